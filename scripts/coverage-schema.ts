/** Writes coverage.schema.json: `npm run schema`. */
import {writeFile} from 'node:fs/promises'
import {coverageJsonSchema} from '../src/coverage/report/coverage-schema.ts'

await writeFile('coverage.schema.json', coverageJsonSchema())
