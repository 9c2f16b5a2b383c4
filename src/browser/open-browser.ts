import {existsSync} from 'node:fs'
import puppeteer, {type Browser} from 'puppeteer'
import {EnvironmentError} from '../diagnostics/environment-error.ts'
import {findBrowsers, type BrowserCandidate} from './find-browsers.ts'
import {writeFontConfiguration} from './font-configuration.ts'

export interface BrowserOptions {
  /** Path of a browser to use instead of the embedded one; empty for none. */
  readonly executable: string
  readonly cacheFolder: string
  /** Told in verbose output: which browser, and whether its sandbox is off. */
  readonly log: (message: string) => void
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

const libraryFolders = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib', '/lib64']

/**
 * Launches one browser for a whole build; close it with `close()`.
 * Throws an `EnvironmentError` that names each place tried and the remedy when there is none or it does not start.
 */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const {candidates, fonts, tried} = await findBrowsers(options.executable, options.cacheFolder)
  const candidate = candidates[0]
  if (!candidate) throw new EnvironmentError(noBrowser(tried))
  const configuration = fonts ? {FONTCONFIG_FILE: await writeFontConfiguration(fonts, options.cacheFolder)} : {}
  const sandbox = mustDropSandbox() ? ['--no-sandbox'] : []
  options.log(`browser: ${candidate.executable} (${candidate.origin})${sandbox.length > 0 ? ' --no-sandbox' : ''}`)
  const browser = await puppeteer
    .launch({
      executablePath: candidate.executable,
      headless: candidate.origin === '@sparticuz/chromium' ? 'shell' : true,
      args: [...quiet, ...sandbox],
      env: {...process.env, ...configuration, ...libraryPath(candidate)},
      timeout: 60_000,
      // How long a document may take depends on the document: see `timeLimit`.
      protocolTimeout: 0,
      handleSIGINT: false,
      handleSIGTERM: false,
    })
    .catch((cause: unknown) => {
      throw new EnvironmentError(didNotStart(candidate, cause), {cause})
    })
  await assertVersion(browser, candidate)
  return browser
}

/** The sandbox cannot work as root, and often not in the containers of CI; anywhere else it stays on. */
const mustDropSandbox = () => process.getuid?.() === 0 || Boolean(process.env['CI'])

/** The package's own libraries, where the machine has no NSS; the machine's are preferred. */
function libraryPath(candidate: BrowserCandidate): {LD_LIBRARY_PATH?: string} {
  if (!candidate.libraries || libraryFolders.some((folder) => existsSync(`${folder}/libnss3.so`))) return {}
  return {LD_LIBRARY_PATH: [candidate.libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')}
}

async function assertVersion(browser: Browser, candidate: BrowserCandidate): Promise<void> {
  if (!candidate.major) return
  const version = await browser.version()
  if (version.includes(`/${candidate.major}.`)) return
  await browser.close()
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

function didNotStart(candidate: BrowserCandidate, cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause)
  const isSandbox = /sandbox/iu.test(reason)
  const remedy = isSandbox
    ? '本机不允许沙箱：允许非特权用户命名空间，或设 CI=1 关闭沙箱 / This machine allows no sandbox: allow unprivileged user namespaces, or set CI=1 to run without'
    : '用 --browser <路径> 换一个 / Name another with --browser <path>'
  return `浏览器没有启动 / The browser did not start: ${candidate.executable}\n${reason}\n${remedy}`
}
