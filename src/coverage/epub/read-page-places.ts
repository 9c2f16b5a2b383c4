import type {ElementContent, Root} from 'xast'
import type {PagePlace} from '../../model/coverage.ts'

/**
 * On which page of the printed book each element with an id begins, by the breaks in the documents of an e-book: the one that is open before
 * it, or the first that stands in it before any word. Absent where there are no breaks.
 */
export function readPagePlaces(documents: ReadonlyMap<string, Root>): ReadonlyMap<string, PagePlace> | undefined {
  const places = new Map<string, {from: string; to: string}>()
  let page = ''
  let begun: {from: string; to: string}[] = []
  const read = (node: ElementContent): void => {
    if (node.type === 'text' && node.value.trim()) begun = []
    if (node.type !== 'element') return
    const {attributes, children, name} = node
    if (attributes['epub:type'] === 'pagebreak') {
      page = (attributes['id'] ?? '').replace(/^page-/u, '')
      for (const place of begun) place.to = page
      return
    }
    if (name === 'img' || name === 'math') begun = []
    if (attributes['id']) {
      const place = {from: page, to: page}
      places.set(attributes['id'], place)
      begun.push(place)
    }
    children.forEach(read)
  }
  for (const tree of documents.values()) for (const child of tree.children) if (child.type === 'element') read(child)
  return page === '' ? undefined : places
}
