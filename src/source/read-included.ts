import {readFile} from 'node:fs/promises'
import {VFile} from 'vfile'
import {decodeText} from './decode-text.ts'
import {resolveInside} from './resolve-inside.ts'

/** Files that chapters include, by path below the course folder; those that cannot be read are left out. */
export async function readIncluded(folder: string, paths: Iterable<string>): Promise<Map<string, VFile>> {
  const names = [...new Set(paths)].toSorted()
  const files = await Promise.all(names.map((name) => readOne(folder, name)))
  return new Map(files.flatMap((file) => (file ? [[file.path, file] as const] : [])))
}

async function readOne(folder: string, name: string): Promise<VFile | undefined> {
  const location = await resolveInside(folder, name)
  const bytes = location && (await readFile(location).catch(() => undefined))
  if (!bytes) return undefined
  const file = new VFile({path: name, value: ''})
  file.value = decodeText(bytes, file).replaceAll(/\r\n?/gu, '\n')
  return file
}
