import {execFileSync} from 'node:child_process'
import {cp, lstat, mkdir, readdir, realpath, writeFile} from 'node:fs/promises'
import path from 'node:path'

/** Folders that hold no source of a book. */
const isAside = (name: string) => name === '.git' || name === 'node_modules'

/**
 * Copies a book to `target`: a folder without what git keeps beside it, or the newest commit of a bare git directory. No link in the copy
 * leads out of it. Throws where the source is neither.
 */
export async function copySource(source: string, target: string): Promise<void> {
  const entries = await readdir(source)
  if (entries.includes('HEAD') && entries.includes('objects')) await checkOutBare(source, target)
  else await copyFolder(source, target)
}

async function copyFolder(source: string, target: string): Promise<void> {
  const root = await realpath(source)
  await cp(root, target, {
    recursive: true,
    dereference: true,
    async filter(file) {
      if (file !== root && isAside(path.basename(file))) return false
      if (!(await lstat(file)).isSymbolicLink()) return true
      const real = await realpath(file).catch(() => '')
      // A link to a folder above it would be copied for ever.
      return real.startsWith(root + path.sep) && !file.startsWith(real + path.sep)
    },
  })
}

interface Entry {
  readonly mode: string
  readonly object: string
  readonly path: string
}

/** Blobs are written as they are: checking out would run the filters that attributes and a configuration name. */
async function checkOutBare(directory: string, target: string): Promise<void> {
  const listed = git(directory, ['ls-tree', '-r', '-z', 'HEAD']).toString()
  const entries = listed.split('\0').flatMap((line): Entry[] => {
    const [, mode = '', type, object = '', file = ''] = /^(\d+) (\w+) (\w+)\t([\s\S]+)$/u.exec(line) ?? []
    return type === 'blob' ? [{mode, object, path: file}] : []
  })
  const blobs = readBlobs(directory, [...new Set(entries.map(({object}) => object))])
  const byPath = new Map(entries.map(({object, path: file}) => [file, blobs.get(object)]))
  for (const {mode, path: file} of entries) {
    const own = byPath.get(file)
    const linked = path.posix.join(path.posix.dirname(file), own?.toString() ?? '')
    const bytes = mode === '120000' ? byPath.get(linked) : own
    const place = path.resolve(target, file)
    if (!bytes || !place.startsWith(path.resolve(target) + path.sep)) continue
    // oxlint-disable-next-line no-await-in-loop
    await mkdir(path.dirname(place), {recursive: true})
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(place, bytes)
  }
}

/** Blobs by their names. What a snapshot lacks is left out. */
function readBlobs(directory: string, names: readonly string[]): Map<string, Buffer> {
  const bytes = git(directory, ['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''))
  const blobs = new Map<string, Buffer>()
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf('\n', at)
    const [name = '', type, size = '0'] = bytes.toString('utf8', at, end).split(' ')
    at = end + 1
    if (type !== 'blob') continue
    blobs.set(name, bytes.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return blobs
}

/** Without the network, and without a configuration of this machine. */
function git(directory: string, args: readonly string[], input = ''): Buffer {
  const offline = {GIT_NO_LAZY_FETCH: '1', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null'}
  const all = ['--git-dir', directory, ...args]
  return execFileSync('git', all, {input, maxBuffer: 4e9, env: {...process.env, ...offline}})
}

/** Paths of all files below a folder, with `/`. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}
