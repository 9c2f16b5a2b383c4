import {lookup, type LookupAddress} from 'node:dns'
import {get as getOpen, type IncomingMessage, type RequestOptions} from 'node:http'
import {get as getSecure} from 'node:https'
import {isIP, type LookupFunction} from 'node:net'
import type {JudgeAddress} from './is-public-address.ts'

export interface AskOptions {
  readonly mayConnectTo: JudgeAddress
  readonly signal: AbortSignal
}

/**
 * Asks a server for an address, without cookies, credentials or a referrer and past any proxy. The host is looked up once, all that it
 * stands for is judged, and the connection goes to what was judged: a name that stands for something else a moment later leads nowhere.
 * `undefined` where the judgement refuses the host.
 */
export async function askServer(url: URL, {mayConnectTo, signal}: AskOptions): Promise<IncomingMessage | undefined> {
  const addresses = await addressesOf(url.hostname.replaceAll(/^\[|\]$/gu, ''), signal)
  if (addresses.length === 0 || !addresses.every(({address}) => mayConnectTo(address))) return undefined
  const get = url.protocol === 'https:' ? getSecure : getOpen
  const options: RequestOptions = {
    // One of its own: the shared one may be configured with a proxy.
    agent: false,
    headers: {'user-agent': 'lectern', accept: 'image/svg+xml, image/png, image/jpeg, image/gif, image/webp'},
    lookup: (_host, asked, answer) => {
      tellFrom(addresses, asked, answer)
    },
    signal,
  }
  return new Promise((resolve, reject) => {
    get(url, options, resolve).on('error', reject)
  })
}

/** Of a name, or the address that it is itself: for that nothing is looked up. */
function addressesOf(host: string, signal: AbortSignal): Promise<readonly LookupAddress[]> {
  const family = isIP(host)
  if (family > 0) return Promise.resolve([{address: host, family}])
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason as Error)
    }
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, {once: true})
    lookup(host, {all: true}, (error, addresses) => {
      signal.removeEventListener('abort', stop)
      if (error) reject(error)
      else resolve(addresses)
    })
  })
}

function tellFrom(
  addresses: readonly LookupAddress[],
  {all}: Parameters<LookupFunction>[1],
  answer: Parameters<LookupFunction>[2],
): void {
  const [first] = addresses
  if (all) answer(null, [...addresses])
  else answer(null, first?.address ?? '', first?.family)
}
