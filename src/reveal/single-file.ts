import path from 'node:path/posix'
import type {Element, Root} from 'hast'
import {visit} from 'unist-util-visit'
import {scriptElement, styleElement} from '../html/document.ts'
import type {WholeFile} from '../model/artifact.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

type Files = ReadonlyMap<string, Uint8Array>

/** A page of the deck with all its files inside, to send or to carry. The page itself is left as it is. */
export function singleFile(page: Root, files: readonly WholeFile[]): Root {
  const contents = new Map(files.map((file) => [file.path, file.contents]))
  const single = structuredClone(page)
  visit(single, 'element', (element, index, parent) => {
    const inside = withContents(element, contents)
    if (inside && parent && index !== undefined) parent.children[index] = inside
    else addMedia(element, contents)
  })
  return single
}

/** A sheet or a script by what is in it. */
function withContents({properties, tagName}: Element, files: Files): Element | undefined {
  const name = tagName === 'link' ? properties['href'] : tagName === 'script' ? properties['src'] : undefined
  const contents = typeof name === 'string' && name.startsWith('assets/') ? files.get(name) : undefined
  if (!contents) return undefined
  const text = new TextDecoder().decode(contents)
  return tagName === 'script' ? scriptElement(text) : styleElement(text)
}

/** Images by their contents, as elements and as backgrounds. */
function addMedia({properties}: Element, files: Files): void {
  const {src, style} = properties
  if (typeof src === 'string') properties['src'] = urlOf(src, files)
  if (typeof style !== 'string') return
  properties['style'] = style.replaceAll(
    /url\((?<file>media\/[^)]+)\)/gu,
    (_url, file: string) => `url(${urlOf(file, files)})`,
  )
}

/** What is no file of the deck keeps its name. */
function urlOf(name: string, files: Files): string {
  const contents = name.startsWith('media/') ? files.get(name) : undefined
  return contents ? dataUrl(name, contents) : name
}

function dataUrl(name: string, contents: Uint8Array): string {
  const type = mediaTypes[path.extname(name)] ?? 'application/octet-stream'
  return `data:${type};base64,${Buffer.from(contents).toString('base64')}`
}
