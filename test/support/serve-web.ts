import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A server of this machine that stands for the web. */
export interface Web extends AsyncDisposable {
  /** `http://127.0.0.1:…`, without a slash at its end. */
  readonly origin: string
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  /** Headers of the last request. */
  readonly headers: () => IncomingMessage['headers']
  readonly pages: Map<string, Answer>
}

/** Answers with what `pages` has for a path, now or later, and 404 for all others. */
export async function serveWeb(given: Readonly<Record<string, Answer>> = {}): Promise<Web> {
  const pages = new Map(Object.entries(given))
  const asked: string[] = []
  let headers: IncomingMessage['headers'] = {}
  const server = createServer((request, response) => {
    const {url = ''} = request
    asked.push(url)
    headers = request.headers
    const answer = pages.get(url)
    if (answer) answer(response, request)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers: () => headers,
    pages,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** The whole of a body, of whatever type the server says. */
export const page =
  (contents: string | Uint8Array, type = 'application/octet-stream'): Answer =>
  (response) => {
    response.writeHead(200, {'content-type': type}).end(contents)
  }

export const redirect =
  (location: string): Answer =>
  (response) => {
    response.writeHead(302, {location}).end()
  }
