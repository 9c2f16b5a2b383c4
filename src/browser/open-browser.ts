import {statfs} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import type {Browser} from 'puppeteer'
import {EnvironmentError} from '../diagnostics/environment-error.ts'
import {endOrphans} from './end-orphans.ts'
import {findBrowsers, type BrowserCandidate} from './find-browsers.ts'
import {launchBrowser, LaunchFailure, type LaunchedBrowser, type LaunchRequest} from './launch-browser.ts'
import {saysNoSandbox, whyNoSandbox, withoutSandbox} from './sandbox.ts'
import {unpackEmbedded} from './unpack-embedded.ts'

export interface BrowserOptions {
  /** Path of a browser to use instead of the embedded one; empty for none. */
  readonly executable: string
  readonly cacheFolder: string
  /** `socket` for a browser that other processes share by `address`; it may outlive this one. */
  readonly transport?: 'pipe' | 'socket'
  /** Ends the browser at once, also while it starts. */
  readonly signal?: AbortSignal
  /** Told in verbose output: which browser, and that another had to be started. */
  readonly log: (message: string) => void
  /** Told always: that the sandbox is off. */
  readonly warn: (message: string) => void
}

/** What opens pages: a browser, or the session of one. */
export type Pages = Pick<Browser, 'newPage' | 'version'>

/** The browser of a run. One that dies is started anew when the next page is asked for. */
export interface BrowserSession extends Pages, AsyncDisposable {
  readonly executable: string
  /** WebSocket address of a shared browser; empty where it is reached through a pipe. */
  readonly address: string
}

/**
 * Starts the one browser of a run; it is gone with its profile when disposed. It ends with this process, however that ends, unless it is
 * shared. Browsers that former processes left behind are ended first. Throws an `EnvironmentError` that names each place tried and
 * the remedy when there is none or it does not start.
 */
export async function openBrowser(options: BrowserOptions): Promise<BrowserSession> {
  options.signal?.throwIfAborted()
  await endOrphans()
  const unpacked = await unpackEmbedded(options.cacheFolder)
  try {
    const {candidates, fonts, tried} = await findBrowsers(options.executable, unpacked.embedded)
    const candidate = candidates[0]
    if (!candidate) throw new EnvironmentError(noBrowser(tried))
    const {signal, transport = 'pipe'} = options
    const start = createStarter({candidate, fonts, transport, signal}, options)
    const first = await start()
    const version = await first.browser.version()
    return session(first, start, {candidate, version, unpacked, options})
  } catch (cause) {
    await unpacked[Symbol.asyncDispose]()
    throw cause
  }
}

type Starter = () => Promise<LaunchedBrowser>

/** Starts with the sandbox; where the machine allows none, without, and says so once. */
function createStarter(request: Omit<LaunchRequest, 'hasSandbox'>, {log, warn}: BrowserOptions): Starter {
  const {candidate} = request
  let reason = whyNoSandbox()
  let isSaid = false
  const start = async (): Promise<LaunchedBrowser> => {
    request.signal?.throwIfAborted()
    if (reason && !isSaid) warn(withoutSandbox(reason))
    isSaid ||= reason !== undefined
    try {
      log(`browser: ${candidate.executable} (${candidate.origin})${reason ? ' --no-sandbox' : ''}`)
      return await launchBrowser({...request, hasSandbox: reason === undefined})
    } catch (cause) {
      request.signal?.throwIfAborted()
      if (!(cause instanceof LaunchFailure)) throw cause
      if (reason !== undefined || !saysNoSandbox(cause.message)) {
        const lines = [...didNotStart(candidate, cause, reason === undefined), ...(await spaceFor(tmpdir()))]
        throw new EnvironmentError(lines.join('\n'), {cause})
      }
      reason = 'unavailable'
      return start()
    }
  }
  return async () => {
    const launched = await start()
    await assertVersion(launched, candidate)
    return launched
  }
}

interface Started {
  readonly candidate: BrowserCandidate
  readonly version: string
  readonly unpacked: AsyncDisposable
  readonly options: BrowserOptions
}

function session(first: LaunchedBrowser, start: Starter, started: Started): BrowserSession {
  let current = Promise.resolve(first)
  let isClosed = false
  const {candidate, options, unpacked, version} = started
  const {signal} = options
  const stop = () => void current.then(({kill}) => kill()).catch(() => undefined)
  signal?.addEventListener('abort', stop)
  const restart = async (dead: LaunchedBrowser) => {
    await dead[Symbol.asyncDispose]()
    options.log('browser: it has died; another is started')
    return start()
  }
  const living = async () => {
    signal?.throwIfAborted()
    if (isClosed) throw new Error('The browser is closed')
    const known = current
    const launched = await known
    // Whoever sees it first starts the next one for all.
    if (!launched.browser.connected && current === known) current = restart(launched)
    return (await current).browser
  }
  return {
    executable: candidate.executable,
    address: options.transport === 'socket' ? first.browser.wsEndpoint() : '',
    version: () => Promise.resolve(version),
    async newPage(...args) {
      const browser = await living()
      try {
        return await browser.newPage(...args)
      } catch (cause) {
        if (browser.connected) throw cause
        return (await living()).newPage(...args)
      }
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      signal?.removeEventListener('abort', stop)
      // One that could not be started again has left nothing.
      const launched = await current.catch(() => undefined)
      await launched?.[Symbol.asyncDispose]()
      await unpacked[Symbol.asyncDispose]()
    },
  }
}

async function assertVersion(launched: LaunchedBrowser, candidate: BrowserCandidate): Promise<void> {
  if (!candidate.major) return
  const version = await launched.browser.version()
  if (version.includes(`/${candidate.major}.`)) return
  await launched[Symbol.asyncDispose]()
  throw new EnvironmentError(
    `${candidate.executable} 是 ${version}，应为 ${candidate.major} / is ${version}, expected ${candidate.major}: delete the folder`,
  )
}

function noBrowser(tried: readonly string[]): string {
  return [
    '找不到浏览器 / No browser found. 试过 Tried:',
    ...tried.map((place) => `  ${place}`),
    '用 --browser <路径> 指定，或运行 / Name one with --browser <path>, or run: npx puppeteer browsers install chrome-headless-shell',
  ].join('\n')
}

function didNotStart(candidate: BrowserCandidate, {message}: LaunchFailure, hasSandbox: boolean): string[] {
  const remedy = '再试一次，或用 --browser <路径> 换一个 / Try again, or name another with --browser <path>'
  const sandbox = '若原因是沙箱 / If its sandbox is the reason: LECTERN_NO_SANDBOX=1'
  const lines = [`浏览器没有启动 / The browser did not start: ${candidate.executable}`, message, remedy]
  return [...lines, ...(hasSandbox ? [sandbox] : [])]
}

/** In bytes: what Chromium warns below, and may not start with. */
const leastSpace = 64 * 2 ** 20

/** That a folder may be too full for a browser to start; nothing where it is not. */
async function spaceFor(folder: string): Promise<string[]> {
  const {bavail, bsize} = await statfs(folder).catch(() => ({bavail: Infinity, bsize: 1}))
  const free = bavail * bsize
  if (free >= leastSpace) return []
  const space = `${Math.floor(free / 2 ** 20)} MiB`
  return [
    `临时文件夹 ${folder} 只剩 ${space}；腾出空间，或用 TMPDIR 换一个 / The temporary folder ${folder} has only ${space} left: free some, or name another with TMPDIR`,
  ]
}
