import {readFile} from 'node:fs/promises'
import {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {resolveInside} from './resolve-inside.ts'

/** Reads files that `course.yml` names, below the course folder; what cannot be read is a message of `course.yml`. */
export async function readNamedFiles(folder: string, names: readonly string[], config: VFile): Promise<VFile[]> {
  const files = await Promise.all(
    names.map(async (name) => {
      const location = await resolveInside(folder, name)
      const value = location && (await readFile(location, 'utf8').catch(() => undefined))
      if (typeof value === 'string') return new VFile({path: name, value})
      reportProblem(config, {
        ruleId: 'bibliography-is-valid',
        reason: `读不到 \`${name}\` / Unexpected file \`${name}\`: it cannot be read below the course folder`,
      })
      return undefined
    }),
  )
  return files.filter((file) => file !== undefined)
}
