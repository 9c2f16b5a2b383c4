import {randomBytes} from 'node:crypto'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {promisify} from 'node:util'
import {brotliDecompress} from 'node:zlib'
import {extract} from 'tar-fs'
import {currentOwner} from '../process/owner.ts'
import {openTemporaryFolder, removeAbandoned} from '../process/temporary-folder.ts'
import {describeFolder} from './describe-folder.ts'

export interface EmbeddedBrowser {
  readonly executable: string
  /** Major version that the launched browser must report. */
  readonly major: string
  /** Libraries that a bare machine lacks. */
  readonly libraries: string
  readonly fonts: string
}

/** Where the embedded browser is while it is used; a folder of this run is gone when disposed. */
export interface UnpackedBrowser extends AsyncDisposable {
  /** Absent where the package has none for this machine. */
  readonly embedded?: EmbeddedBrowser
}

const require = createRequire(import.meta.url)
const decompress = promisify(brotliDecompress)

/** What was unpacked, so that it is seen when a file of it is not as it was. */
const inventory = 'complete'

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into a folder of the user named by its version, unless it is there as it was unpacked: all
 * of its files are read each time, which takes 0.1 s. Where the cache cannot be used it goes into a temporary folder. Not
 * through the package's own `executablePath()`, which reuses whatever file lies at a fixed place in the temporary folder, of any
 * version and any owner.
 */
export async function unpackEmbedded(cacheFolder: string): Promise<UnpackedBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {[Symbol.asyncDispose]: () => Promise.resolve()}
  const root = path.dirname(path.dirname(require.resolve('@sparticuz/chromium')))
  const {version} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {version: string}
  const bin = path.join(root, 'bin')
  const folder = path.join(cacheFolder, `chromium-${version}`)
  try {
    await ensureUnpacked(bin, folder)
    return {embedded: browserIn(folder, version), [Symbol.asyncDispose]: () => Promise.resolve()}
  } catch {
    const temporary = await openTemporaryFolder('chromium')
    try {
      await unpack(bin, temporary.folder)
    } catch (cause) {
      await temporary[Symbol.asyncDispose]()
      throw cause
    }
    return {
      embedded: browserIn(temporary.folder, version),
      [Symbol.asyncDispose]: () => temporary[Symbol.asyncDispose](),
    }
  }
}

const browserIn = (folder: string, version: string): EmbeddedBrowser => ({
  executable: path.join(folder, 'chromium'),
  major: version.split('.')[0] ?? '',
  libraries: path.join(folder, 'lib'),
  fonts: path.join(folder, 'fonts'),
})

/** Into a folder beside it first: a build that is stopped, or two at once, leave no half browser. */
async function ensureUnpacked(bin: string, folder: string): Promise<void> {
  if (await isWhole(folder)) return
  await removeAbandoned(path.dirname(folder))
  const aside = () => `${folder}.${randomBytes(4).toString('hex')}-${currentOwner()}`
  const [draft, old] = [aside(), aside()]
  await mkdir(draft, {recursive: true, mode: 0o700})
  try {
    await unpack(bin, draft)
    await rename(folder, old).catch(ignoreMissing)
    // Another build may have been as quick.
    await rename(draft, folder).catch(async (cause: unknown) => {
      if (!(await isWhole(folder))) throw cause
    })
  } finally {
    await Promise.all([draft, old].map((one) => rm(one, {recursive: true, force: true})))
  }
}

async function isWhole(folder: string): Promise<boolean> {
  const expected = await readFile(path.join(folder, inventory), 'utf8').catch(() => '')
  if (expected === '') return false
  const found = new Set((await describeFolder(folder, inventory).catch(() => '')).split('\n'))
  // The browser makes a folder of its own beside them when it runs.
  return expected.split('\n').every((line) => found.has(line))
}

async function unpack(bin: string, folder: string): Promise<void> {
  const binary = await decompress(await readFile(path.join(bin, 'chromium.br')))
  await writeFile(path.join(folder, 'chromium'), binary, {mode: 0o700})
  await unpackArchive(path.join(bin, 'al2023.tar.br'), folder)
  await unpackArchive(path.join(bin, 'fonts.tar.br'), folder)
  await writeFile(path.join(folder, inventory), await describeFolder(folder, inventory))
}

async function unpackArchive(archive: string, folder: string): Promise<void> {
  const tar = await decompress(await readFile(archive))
  await pipeline(Readable.from([tar]), extract(folder))
}

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
