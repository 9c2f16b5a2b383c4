import {readFile} from 'node:fs/promises'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'

/** Folders of packages that the pages load from, by their name in a URL. */
const packages: Readonly<Record<string, string>> = {
  'foliate-js': path.resolve('node_modules/foliate-js'),
  'epub-ts': path.resolve('node_modules/@likecoin/epub-ts/dist'),
  jszip: path.resolve('node_modules/jszip/dist'),
}

const head = `<!doctype html>
<meta charset="utf-8">
<style>html, body, foliate-view, #view { height: 100%; margin: 0; display: block }</style>`

/** Pages that open the book as a reader does: with the engine of Foliate, and with one that goes on from epub.js. */
const pages = {
  foliate: `${head}
<script type="module">
  import '/foliate-js/view.js'
  const view = document.createElement('foliate-view')
  document.body.append(view)
  const book = await fetch('/book.epub').then((response) => response.blob())
  await view.open(new File([book], 'book.epub'))
  await view.init({})
  globalThis.view = view
</script>`,
  'epub-ts': `${head}
<div id="view"></div>
<script src="/jszip/jszip.min.js"></script>
<script type="importmap">{"imports": {"jszip": "data:text/javascript,export default globalThis.JSZip"}}</script>
<script type="module">
  import {Book} from '/epub-ts/epub.js'
  const book = new Book(await fetch('/book.epub').then((response) => response.arrayBuffer()))
  globalThis.rendition = book.renderTo('view', {width: '100%', height: '100%'})
  await book.ready
  globalThis.book = book
</script>`,
} as const

export type Engine = keyof typeof pages

export interface Reader {
  readonly url: string
  close(): void
}

/** Serves an EPUB and a reader for it on this machine only. */
export async function serveReader(epub: string, engine: Engine = 'foliate'): Promise<Reader> {
  const server: Server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname
    const answer = name === '/' ? Promise.resolve(pages[engine]) : readFile(fileFor(name, epub))
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
  if (name === '/book.epub') return epub
  const [, folder = '', ...rest] = path.posix.normalize(name).split('/')
  return path.join(packages[folder] ?? '', ...rest)
}

function typeOf(name: string): string {
  if (name.endsWith('.js')) return 'text/javascript'
  return name === '/' ? 'text/html' : 'application/octet-stream'
}
