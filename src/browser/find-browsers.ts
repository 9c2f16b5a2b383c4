import {existsSync} from 'node:fs'
import puppeteer from 'puppeteer'
import type {EmbeddedBrowser} from './unpack-embedded.ts'

/** A browser that could be used, and how it was found. */
export interface BrowserCandidate {
  readonly origin: string
  readonly executable: string
  readonly major?: string
  readonly libraries?: string
}

export interface FoundBrowsers {
  readonly candidates: readonly BrowserCandidate[]
  /** Places where there was none, for the error message. */
  readonly tried: readonly string[]
  /** A folder of fonts for a machine that has none. */
  readonly fonts?: string
}

const systemBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Browsers in the order they are used: named by the user, embedded, Puppeteer's own, the system's. */
export async function findBrowsers(explicit: string, embedded: EmbeddedBrowser | undefined): Promise<FoundBrowsers> {
  const fonts = embedded ? {fonts: embedded.fonts} : {}
  const named = explicit || process.env['PUPPETEER_EXECUTABLE_PATH']
  if (named) {
    const origin = explicit ? '--browser' : 'PUPPETEER_EXECUTABLE_PATH'
    const exists = existsSync(named)
    return {
      candidates: exists ? [{origin, executable: named}] : [],
      tried: exists ? [] : [`${origin}: ${named}`],
      ...fonts,
    }
  }
  const own = await Promise.resolve(puppeteer.executablePath()).catch(() => '')
  const places: BrowserCandidate[] = [
    ...(embedded ? [{origin: '@sparticuz/chromium', ...embedded}] : []),
    ...(own ? [{origin: 'puppeteer', executable: own}] : []),
    ...systemBrowsers.map((executable) => ({origin: 'system', executable})),
  ]
  return {
    candidates: places.filter(({executable}) => existsSync(executable)),
    tried: places
      .filter(({executable}) => !existsSync(executable))
      .map(({executable, origin}) => `${origin}: ${executable}`),
    ...fonts,
  }
}
