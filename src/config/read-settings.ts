import {VFile} from 'vfile'
import {describeRefusal} from '../diagnostics/describe-refusal.ts'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {readInside} from '../source/resolve-inside.ts'

/** A settings file of a course folder; absent where there is none. One that is there and refused is empty, with a message. */
export async function readSettings(folder: string, name: string): Promise<VFile | undefined> {
  const read = await readInside(folder, name)
  if ('contents' in read) return new VFile({path: name, value: new TextDecoder().decode(read.contents)})
  if (read.refusal === 'missing') return undefined
  const file = new VFile({path: name, value: ''})
  const {hint, reason} = describeRefusal(read.refusal)
  reportProblem(file, {
    ruleId: 'front-matter-is-valid',
    reason: `读不到 \`${name}\` / Unexpected file \`${name}\`: ${reason}`,
    place: {line: 1, column: 1},
    hint,
  })
  return file
}
