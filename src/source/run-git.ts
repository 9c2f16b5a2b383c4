import {execFile, spawn} from 'node:child_process'
import path from 'node:path'
import {promisify} from 'node:util'
import {EnvironmentError} from '../diagnostics/environment-error.ts'

const run = promisify(execFile)

export interface GitPlace {
  readonly folder: string
  readonly signal: AbortSignal
}

/**
 * The configuration of a repository is its author's, and may name programs: monitors, hooks, pagers, transports. Only commands that read
 * objects are run here, and these switches go before whatever it says.
 */
const switches = [
  '--no-pager',
  '--no-optional-locks',
  ...[
    'core.fsmonitor=false',
    'core.hooksPath=/dev/null',
    'core.sshCommand=false',
    'core.askPass=',
    'core.alternateRefsCommand=false',
    'credential.helper=',
    'safe.bareRepository=explicit',
  ].flatMap((setting) => ['-c', setting]),
]

/** Longer, and something keeps git waiting: a settings file that is a pipe, for instance. */
const mostMilliseconds = 120_000

/** What a git command prints. Without a shell and without the network; its failure is an `EnvironmentError`. */
export async function runGit(args: readonly string[], {folder, signal}: GitPlace): Promise<string> {
  const options = {env: cleanEnvironment(), maxBuffer: 1e8, signal, timeout: mostMilliseconds}
  try {
    const {stdout} = await run('git', [...switches, '-C', path.resolve(folder), ...args], options)
    return stdout
  } catch (cause) {
    signal.throwIfAborted()
    const told = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : ''
    throw new EnvironmentError(`git ${args[0]}: ${told || String(cause)}`, {cause})
  }
}

/** The blobs of these ids in their order, byte for byte: no filter and no conversion of line ends runs on them. */
export async function* readBlobs(ids: readonly string[], {folder, signal}: GitPlace): AsyncGenerator<Uint8Array> {
  const args = [...switches, '-C', path.resolve(folder), 'cat-file', '--batch']
  const child = spawn('git', args, {env: cleanEnvironment(), signal, stdio: ['pipe', 'pipe', 'ignore']})
  // Where it does not start, or ends early, its output ends too, and that is what is reported.
  for (const emitter of [child, child.stdin]) emitter.on('error', () => undefined)
  child.stdin.end(ids.map((id) => `${id}\n`).join(''))
  let count = 0
  try {
    for await (const contents of blobsIn(child.stdout)) {
      count++
      yield contents
    }
  } finally {
    child.kill()
  }
  signal.throwIfAborted()
  if (count < ids.length) throw new EnvironmentError(`git cat-file: ${ids[count]} 读不到 / cannot be read`)
}

/** What `cat-file --batch` prints: for each object `<id> blob <size>`, and after a line feed its bytes and another line feed. */
async function* blobsIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Uint8Array> {
  let parts: Buffer[] = []
  let needed = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    if (parts.reduce((sum, {length}) => sum + length, 0) < needed) continue
    let held = Buffer.concat(parts)
    for (let end = endOfHeader(held); end > 0; end = endOfHeader(held)) {
      const size = /^[\da-f]+ blob (?<size>\d+)$/u.exec(held.toString('latin1', 0, end))?.groups?.['size']
      // `<id> missing`: a partial clone.
      if (size === undefined) return
      needed = end + 1 + Number(size) + 1
      if (held.length < needed) break
      yield new Uint8Array(held.subarray(end + 1, needed - 1))
      held = held.subarray(needed)
      needed = 0
    }
    parts = [held]
  }
}

const endOfHeader = (bytes: Buffer) => bytes.indexOf('\n')

/**
 * Variables of git's own are left out: in a hook they name another repository, index or folder. What says where the person's own
 * settings are stays.
 */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = /^GIT_(?:CEILING_DIRECTORIES|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/u
  const own = Object.entries(process.env).filter(([name]) => !/^GIT_/iu.test(name) || kept.test(name))
  return {
    ...Object.fromEntries(own),
    GIT_ATTR_NOSYSTEM: '1',
    // No transport has this name: what a partial clone lacks is an error and is not fetched, whatever git's version.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  }
}
