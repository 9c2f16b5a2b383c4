/** Writes docs/pdf-ua.md from the registry of conditions: `npm run docs`. */
import {writeFileSync} from 'node:fs'
import {pdfUaPage} from '../test/support/pdf-ua-page.ts'

writeFileSync('docs/pdf-ua.md', pdfUaPage())
