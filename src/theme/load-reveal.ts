import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

const files = {
  'reveal.css': 'reveal.css',
  'reveal.js': 'reveal.js',
  'notes.js': 'plugin/notes.js',
  'zoom.js': 'plugin/zoom.js',
} as const

export type RevealFile = keyof typeof files

/** reveal.js and the plugins a deck needs, as they stand in the npm package. */
export async function loadReveal(): Promise<Readonly<Record<RevealFile, Uint8Array>>> {
  const folder = path.dirname(require.resolve('reveal.js'))
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, location]) => {
      return [name, new Uint8Array(await readFile(path.join(folder, location)))] as const
    }),
  )
  return Object.fromEntries(entries) as Record<RevealFile, Uint8Array>
}
