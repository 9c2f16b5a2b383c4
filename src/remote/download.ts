import type {IncomingMessage} from 'node:http'
import {limits} from '../diagnostics/limits.ts'
import type {FetchFailure} from '../model/fetch-failure.ts'
import {hasCredentials} from '../model/web-address.ts'
import {askServer, type AskOptions} from './ask-server.ts'

export interface DownloadOptions extends AskOptions {
  /** `limits.fetchSeconds`, where absent. */
  readonly seconds?: number
}

export type Downloaded = {readonly contents: Uint8Array} | {readonly failure: FetchFailure}

/**
 * Downloads what is at an address of the web, of which nobody knows anything: redirects, bytes and seconds are limited, and each address
 * on the way is judged. Throws only when `signal` stops it.
 */
export async function download(address: string, options: DownloadOptions): Promise<Downloaded> {
  const {mayConnectTo, seconds = limits.fetchSeconds.most, signal} = options
  const limited = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)])
  try {
    return await follow(new URL(address), {mayConnectTo, signal: limited})
  } catch (error) {
    signal.throwIfAborted()
    return {failure: limited.aborted ? {why: 'time'} : {why: 'network', code: codeOf(error)}}
  }
}

async function follow(address: URL, options: AskOptions): Promise<Downloaded> {
  let url = address
  for (let redirects = 0; redirects <= limits.fetchRedirects.most; redirects++) {
    const refusal = refusalOf(url)
    if (refusal) return {failure: refusal}
    // oxlint-disable-next-line no-await-in-loop
    const response = await askServer(url, options)
    if (!response) return {failure: {why: 'private', host: url.hostname}}
    const next = redirectOf(response, url)
    if (!next) return contentsOf(response)
    response.destroy()
    url = next
  }
  return {failure: {why: 'redirects'}}
}

function refusalOf({href, protocol}: URL): FetchFailure | undefined {
  if (protocol !== 'http:' && protocol !== 'https:') return {why: 'scheme', scheme: protocol}
  return hasCredentials(href) ? {why: 'credentials'} : undefined
}

const redirecting: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308])

function redirectOf({headers, statusCode}: IncomingMessage, base: URL): URL | undefined {
  const {location} = headers
  return redirecting.has(statusCode) && location !== undefined && URL.canParse(location, base.href)
    ? new URL(location, base)
    : undefined
}

/** A body that ends before it should is an error of the stream. */
async function contentsOf(response: IncomingMessage): Promise<Downloaded> {
  const {headers, statusCode: status = 0} = response
  const isLarge = Number(headers['content-length'] ?? 0) > limits.fetchBytes.most
  if (status !== 200 || isLarge) {
    response.destroy()
    return {failure: status === 200 ? {why: 'large'} : {why: 'status', status}}
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > limits.fetchBytes.most) return {failure: {why: 'large'}}
    chunks.push(chunk)
  }
  return {contents: new Uint8Array(Buffer.concat(chunks))}
}

/** Of the system, of DNS or of TLS: words of the server are not repeated. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'unknown'
}
