/** Writes docs/limits.md from the table of limits: `npm run docs`. */
import {writeFileSync} from 'node:fs'
import {limitsPage} from '../test/support/limits-page.ts'

writeFileSync('docs/limits.md', limitsPage())
