import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {coverageJsonSchema} from '../../src/coverage/report/coverage-schema.ts'

test('coverage.schema.json is the schema of the code: npm run schema', () => {
  expect(JSON.parse(readFileSync('coverage.schema.json', 'utf8'))).toEqual(JSON.parse(coverageJsonSchema()))
})
