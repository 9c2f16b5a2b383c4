import {readdir, readFile, realpath} from 'node:fs/promises'
import path from 'node:path'
import {UsageError} from '../diagnostics/environment-error.ts'

const choose = '换一个文件夹 / Choose another folder: --out dist'

/** Throws a `UsageError` when the output folder is the course folder or holds it: README.md and others would be replaced. */
export async function assertApart(out: string, course: string): Promise<void> {
  const [target, sources] = [await realPath(out), await realPath(course)]
  const [first] = path.relative(target, sources).split(path.sep)
  if (first === '..' || path.isAbsolute(path.relative(target, sources))) return
  const reason = '成品会盖掉课程本身 / The finished files would replace the course itself'
  throw new UsageError(`${reason}: ${target} ⊇ ${sources}\n${choose}`)
}

/** A whole build takes the place of all that is in `out`. Throws a `UsageError` when there are files and no report of lectern's among them. */
export async function assertReplaceable(out: string): Promise<void> {
  const target = await realPath(out)
  if (await isOwn(target)) return
  const reason =
    '这里有不是 lectern 做的文件，整个构建会删掉它们 / There are files that lectern did not make, which a whole build would delete'
  throw new UsageError(`${reason}: ${target}\n${choose}`)
}

const realPath = (file: string) => realpath(file).catch(() => path.resolve(file))

/** Every build writes a report; a checkout has the README alone. */
async function isOwn(folder: string): Promise<boolean> {
  const all = await readdir(folder).catch((): string[] => [])
  const entries = all.filter((name) => name !== '.DS_Store' && name !== '.gitkeep')
  if (entries.length === 0 || entries.includes('coverage')) return true
  const readme = await readFile(path.join(folder, 'README.md'), 'utf8').catch(() => '')
  return entries.length === 1 && readme.startsWith('# dist\n')
}
