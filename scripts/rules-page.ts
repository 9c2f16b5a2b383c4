/** Writes docs/rules.md from the registry of rules and their fixtures: `npm run docs`. */
import {writeFileSync} from 'node:fs'
import {rulesPage} from '../test/support/rules-page.ts'

writeFileSync('docs/rules.md', rulesPage())
