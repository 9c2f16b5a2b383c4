import {readFile} from 'node:fs/promises'
import {strFromU8, unzipSync} from 'fflate'
import type {Element, Nodes} from 'xast'
import {visit} from 'unist-util-visit'
import {fromXml} from 'xast-util-from-xml'

/** The files of an EPUB by name. */
export async function readEpub(file: string): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(new Uint8Array(await readFile(file)))
}

/** Elements of a name, in document order. */
export function elementsOf(xml: Uint8Array | undefined, name?: string): Element[] {
  const elements: Element[] = []
  visit(fromXml(strFromU8(xml ?? new Uint8Array())), 'element', (element) => {
    if (!name || element.name === name) elements.push(element)
  })
  return elements
}

export function textOf(node: Nodes): string {
  if ('children' in node) return node.children.map(textOf).join('')
  return node.type === 'text' || node.type === 'cdata' ? node.value : ''
}
