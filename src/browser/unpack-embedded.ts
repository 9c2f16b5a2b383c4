import {randomUUID} from 'node:crypto'
import {existsSync} from 'node:fs'
import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'
import {promisify} from 'node:util'
import {brotliDecompress} from 'node:zlib'
import {extract} from 'tar-fs'

export interface EmbeddedBrowser {
  readonly executable: string
  /** Major version that the launched browser must report. */
  readonly major: string
  /** Libraries that a bare machine lacks. */
  readonly libraries: string
  readonly fonts: string
}

const require = createRequire(import.meta.url)
const decompress = promisify(brotliDecompress)

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into a folder of the user named by its version; `undefined` where the
 * package has none for this machine. Not through the package's own `executablePath()`, which reuses whatever file lies
 * at a fixed place in the temporary folder, of any version and any owner.
 */
export async function unpackEmbedded(cacheFolder: string): Promise<EmbeddedBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const root = path.dirname(path.dirname(require.resolve('@sparticuz/chromium')))
  const {version} = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {version: string}
  const folder = path.join(cacheFolder, `chromium-${version}`)
  if (!existsSync(path.join(folder, 'complete'))) await unpack(path.join(root, 'bin'), folder)
  return {
    executable: path.join(folder, 'chromium'),
    major: version.split('.')[0] ?? '',
    libraries: path.join(folder, 'lib'),
    fonts: path.join(folder, 'fonts'),
  }
}

/** Into a folder beside it first: a build that is stopped, or two at once, leave no half browser. */
async function unpack(bin: string, folder: string): Promise<void> {
  const draft = `${folder}.${randomUUID()}`
  await mkdir(draft, {recursive: true, mode: 0o700})
  try {
    const binary = await decompress(await readFile(path.join(bin, 'chromium.br')))
    await writeFile(path.join(draft, 'chromium'), binary, {mode: 0o700})
    await unpackArchive(path.join(bin, 'al2023.tar.br'), draft)
    await unpackArchive(path.join(bin, 'fonts.tar.br'), draft)
    await writeFile(path.join(draft, 'complete'), '')
    await rm(folder, {recursive: true, force: true})
    await rename(draft, folder)
  } finally {
    await rm(draft, {recursive: true, force: true})
  }
}

async function unpackArchive(archive: string, folder: string): Promise<void> {
  const tar = await decompress(await readFile(archive))
  await pipeline(Readable.from([tar]), extract(folder))
}
