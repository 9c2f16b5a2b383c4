import {readFile} from 'node:fs/promises'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'

const engine = path.resolve('node_modules/foliate-js')

/** A page that opens the book as a reader does; the engine is foliate-js, that of the reader Foliate. */
const readerPage = `<!doctype html>
<meta charset="utf-8">
<style>html, body, foliate-view { height: 100%; margin: 0; display: block }</style>
<script type="module">
  import '/foliate-js/view.js'
  const view = document.createElement('foliate-view')
  document.body.append(view)
  const book = await fetch('/book.epub').then((response) => response.blob())
  await view.open(new File([book], 'book.epub'))
  await view.init({})
  globalThis.view = view
</script>`

export interface Reader {
  readonly url: string
  close(): void
}

/** Serves an EPUB and a reader for it on this machine only. */
export async function serveReader(epub: string): Promise<Reader> {
  const server: Server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname
    const answer = name === '/' ? Promise.resolve(readerPage) : readFile(fileFor(name, epub))
    answer.then(
      (contents) => response.writeHead(200, {'content-type': typeOf(name)}).end(contents),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const {port} = server.address() as AddressInfo
  return {url: `http://127.0.0.1:${port}/`, close: () => server.close()}
}

function fileFor(name: string, epub: string): string {
  return name === '/book.epub' ? epub : path.join(engine, path.normalize(name.replace(/^\/foliate-js/u, '')))
}

function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript'
  return name === '/' ? 'text/html' : 'application/octet-stream'
}
