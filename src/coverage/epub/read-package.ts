import type {Root} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {elementsNamed} from './elements-named.ts'

type Entries = Readonly<Record<string, Uint8Array>>

export interface EpubPackage {
  /** The package document. */
  readonly tree: Root
  /** Where it stands in the archive, with the last slash. */
  readonly folder: string
  /** The documents of the spine in their order, by the names that the package document has for them. */
  readonly documents: ReadonlyMap<string, Root>
}

/** The package document of an e-book and what its spine names (EPUB 3.3, 4.2.6.3 and 5.6). Throws where one is missing or no XML. */
export function readPackage(files: Entries): EpubPackage {
  const container = readXml(files, 'META-INF/container.xml')
  const location = elementsNamed(container, 'rootfile')[0]?.attributes['full-path'] ?? ''
  const tree = readXml(files, location)
  const folder = location.slice(0, location.lastIndexOf('/') + 1)
  const hrefs = new Map(elementsNamed(tree, 'item').map(({attributes}) => [attributes['id'], attributes['href']]))
  const documents = elementsNamed(tree, 'itemref').map(({attributes}) => {
    const href = hrefs.get(attributes['idref'] ?? '') ?? ''
    return [href, readXml(files, folder + href)] as const
  })
  return {tree, folder, documents: new Map(documents)}
}

export function readXml(files: Entries, name: string): Root {
  const bytes = files[name]
  if (!bytes) throw new Error(`${name} is missing`)
  return fromXml(new TextDecoder().decode(bytes))
}
