import {spawn, type ChildProcess} from 'node:child_process'
import {existsSync} from 'node:fs'
import path from 'node:path'
import type {Readable, Writable} from 'node:stream'
import puppeteer, {type Browser} from 'puppeteer'
import {openTemporaryFolder} from '../process/temporary-folder.ts'
import type {BrowserCandidate} from './find-browsers.ts'
import {endWithParent} from './end-with-parent.ts'
import {writeFontConfiguration} from './font-configuration.ts'
import {pipeTransport} from './pipe-transport.ts'

export interface LaunchRequest {
  readonly candidate: BrowserCandidate
  /** A folder of fonts in place of the machine's. */
  readonly fonts: string | undefined
  readonly hasSandbox: boolean
  /** `socket`: other processes may connect to it, and it may outlive this one. */
  readonly transport: 'pipe' | 'socket'
  readonly signal: AbortSignal | undefined
}

/** A running browser with a profile of its own, which is gone with it. */
export interface LaunchedBrowser extends AsyncDisposable {
  readonly browser: Browser
  /** Ends it at once, without waiting. */
  readonly kill: () => void
}

/** A browser that ended, or gave no answer, when it was started; `message` is the end of what it said. */
export class LaunchFailure extends Error {
  override name = 'LaunchFailure'
}

/** No request may leave the machine, not even the browser's own. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
]

/** Against a browser that hangs; one that starts takes seconds on the slowest machine. */
const mostToStart = 60_000
/** Of a browser that was asked to close. */
const mostToClose = 5000
/** Of what a browser says on standard error, in characters. */
const mostSaid = 4000

/**
 * Starts a browser with a profile in a temporary folder that names this process. Throws a `LaunchFailure` when it ends or does not
 * answer; then nothing of it remains.
 */
export async function launchBrowser(request: LaunchRequest): Promise<LaunchedBrowser> {
  const home = await openTemporaryFolder('browser')
  let child: ChildProcess | undefined
  const dispose = async () => {
    if (child) await ended(child)
    await home[Symbol.asyncDispose]()
  }
  try {
    child = await start(request, home.folder)
    if (request.transport === 'pipe') endWithParent(child)
    const kill = killer(child)
    const browser = await connect(child, kill, request)
    return {
      browser,
      kill,
      async [Symbol.asyncDispose]() {
        await close(browser, kill)
        await dispose()
      },
    }
  } catch (cause) {
    await dispose()
    throw cause
  }
}

async function start({candidate, fonts, hasSandbox, transport}: LaunchRequest, home: string): Promise<ChildProcess> {
  const isEmbedded = candidate.origin === '@sparticuz/chromium'
  const args = await puppeteer.defaultArgs({
    headless: isEmbedded ? 'shell' : true,
    userDataDir: profileIn(home),
    args: [
      ...quiet,
      ...(hasSandbox ? [] : ['--no-sandbox']),
      transport === 'pipe' ? '--remote-debugging-pipe' : '--remote-debugging-port=0',
    ],
  })
  const configuration = fonts ? {FONTCONFIG_FILE: await writeFontConfiguration(fonts, home)} : {}
  // What the embedded browser writes stays in its own folder; others may be wrapped by what needs the user's.
  const places = isEmbedded ? {TMPDIR: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home} : {}
  const pipe = 'pipe' as const
  return spawn(candidate.executable, args, {
    // A group of its own: Ctrl-C in the terminal reaches lectern alone, and all of the group can be ended.
    detached: process.platform !== 'win32',
    env: {...process.env, ...places, ...configuration, ...libraryPath(candidate)},
    stdio: ['ignore', 'ignore', pipe, ...(transport === 'pipe' ? [pipe, pipe] : [])],
  })
}

/** Where a browser started by `launchBrowser` has its profile, in its temporary folder. */
export const profileIn = (home: string): string => path.join(home, 'profile')

async function connect(child: ChildProcess, kill: () => void, request: LaunchRequest): Promise<Browser> {
  const {signal, transport} = request
  let said = ''
  const address = Promise.withResolvers<string>()
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-mostSaid)
    const found = /^DevTools listening on (?<address>ws:\/\/.*)$/mu.exec(said)?.groups?.['address']
    if (found) address.resolve(found)
  })
  const failure = Promise.withResolvers<never>()
  const fail = (reason: string) => {
    failure.reject(new LaunchFailure([reason, said.trim()].filter(Boolean).join('\n')))
  }
  child.once('error', (error) => {
    fail(error.message)
  })
  child.once('close', (code, by) => {
    fail(`ended with ${by ?? code}`)
  })
  const timer = setTimeout(() => {
    fail(`no answer in ${mostToStart / 1000} s`)
  }, mostToStart)
  const stop = () => {
    fail('interrupted')
  }
  signal?.addEventListener('abort', stop)
  if (signal?.aborted) stop()
  // How long a document may take depends on the document: see `timeLimit`.
  const settings = {protocolTimeout: 0}
  const [, , , toBrowser, fromBrowser] = child.stdio
  const connected =
    transport === 'pipe'
      ? puppeteer.connect({...settings, transport: pipeTransport(toBrowser as Writable, fromBrowser as Readable)})
      : address.promise.then((browserWSEndpoint) => puppeteer.connect({...settings, browserWSEndpoint}))
  // The other of the two may fail later.
  failure.promise.catch(() => undefined)
  connected.catch(() => undefined)
  try {
    // A connection that breaks says less than the browser that broke it.
    return await Promise.race([connected.catch(() => failure.promise), failure.promise])
  } catch (cause) {
    kill()
    throw cause
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

/** Ends a browser with all of its processes; also when this one exits. */
function killer(child: ChildProcess): () => void {
  const kill = () => {
    if (child.pid === undefined || hasEnded(child)) return
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
    } catch {
      // It has ended meanwhile.
    }
  }
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  return kill
}

const hasEnded = ({exitCode, pid, signalCode}: ChildProcess) =>
  pid === undefined || exitCode !== null || signalCode !== null

const ended = (child: ChildProcess) =>
  hasEnded(child) ? Promise.resolve() : new Promise<void>((resolve) => void child.once('exit', () => resolve()))

async function close(browser: Browser, kill: () => void): Promise<void> {
  const timer = setTimeout(kill, mostToClose)
  await browser.close().catch(() => undefined)
  clearTimeout(timer)
  // What is left of it, or did not hear.
  kill()
}

const libraryFolders = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64']

/** The package's own libraries, where the machine has no NSS; the machine's are preferred. */
function libraryPath(candidate: BrowserCandidate): {LD_LIBRARY_PATH?: string} {
  if (!candidate.libraries || libraryFolders.some((folder) => existsSync(`${folder}/libnss3.so`))) return {}
  return {LD_LIBRARY_PATH: [candidate.libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')}
}
