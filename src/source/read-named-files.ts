import {VFile} from 'vfile'
import {describeRefusal} from '../diagnostics/describe-refusal.ts'
import {reportProblem, type Problem} from '../diagnostics/report-problem.ts'
import {readInside} from './resolve-inside.ts'

/** Where the names stand. */
export interface NamingFile {
  readonly config: VFile
  readonly place: Problem['place']
}

/** Reads files that `course.yml` names, below the course folder; what cannot be read is a message of `course.yml`. */
export async function readNamedFiles(
  folder: string,
  names: readonly string[],
  {config, place}: NamingFile,
): Promise<VFile[]> {
  const files = await Promise.all(
    names.map(async (name) => {
      const read = await readInside(folder, name)
      if ('contents' in read) return new VFile({path: name, value: new TextDecoder().decode(read.contents)})
      const {hint, reason} = describeRefusal(read.refusal)
      reportProblem(config, {
        ruleId: 'bibliography-is-valid',
        reason: `读不到 \`${name}\` / Unexpected file \`${name}\`: ${reason}`,
        place,
        hint,
      })
      return undefined
    }),
  )
  return files.filter((file) => file !== undefined)
}
