import {toJsonSchema} from '@valibot/to-json-schema'
import * as v from 'valibot'
import {editions, handoutLayouts, outputs} from '../../model/output.ts'

const layout = v.exactOptional(v.picklist(handoutLayouts))
const target = v.object({output: v.picklist(outputs), edition: v.picklist(editions), layout})
const place = v.object({text: v.string(), link: v.string()})
const count = v.pipe(v.number(), v.minValue(0))

/** `coverage.json`: where every block of a course is in every output that the report covers. Also written out as JSON Schema. */
export const coverageSchema = v.object({
  $schema: v.string(),
  course: v.string(),
  date: v.string(),
  isVerified: v.pipe(v.boolean(), v.description('False: built with --no-verify; then nothing else is known')),
  targets: v.array(target),
  findings: v.array(
    v.object({
      rule: v.string(),
      source: v.pipe(v.string(), v.description('file:line')),
      target: v.exactOptional(v.pipe(target, v.description('Absent of the pages beside the outputs'))),
      artifact: v.string(),
      reason: v.string(),
      unit: v.string(),
    }),
  ),
  density: v.array(
    v.object({
      slide: count,
      id: v.string(),
      heading: v.string(),
      characters: count,
      words: count,
      lines: count,
      chapter: v.string(),
      seconds: count,
    }),
  ),
  lectures: v.array(v.object({from: v.string(), slides: count, seconds: count})),
  topics: v.array(
    v.object({
      id: v.string(),
      title: v.string(),
      line: count,
      chapters: v.array(v.string()),
      places: v.array(v.object({target, path: v.string(), missing: v.array(v.string()), places: v.array(place)})),
    }),
  ),
  objectives: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      chapter: v.string(),
      taught: v.array(v.string()),
      tested: v.array(v.string()),
    }),
  ),
  units: v.array(
    v.object({
      id: v.string(),
      kind: v.string(),
      chapter: v.string(),
      section: v.string(),
      source: v.pipe(v.string(), v.description('file:line')),
      outputs: v.array(
        v.object({
          output: v.picklist(outputs),
          edition: v.picklist(editions),
          layout,
          state: v.picklist(['shown', 'condensed', 'reading', 'left out', 'missing']),
          expected: v.exactOptional(
            v.pipe(
              v.picklist(['shown', 'condensed', 'reading', 'left out']),
              v.description('What the ledger says, from the course alone'),
            ),
          ),
          reason: v.pipe(v.string(), v.description('Why it is not shown, with the line of the rule')),
          places: v.array(place),
        }),
      ),
    }),
  ),
})

export type CoverageJson = v.InferOutput<typeof coverageSchema>

export const coverageJsonSchema = (): string =>
  `${JSON.stringify(toJsonSchema(coverageSchema, {errorMode: 'ignore'}), undefined, 2)}\n`
