import type {Element, ElementContent, Root} from 'hast'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem} from '../../model/coverage.ts'

/**
 * A formula stands in a deck, and in those of its chapters, several times: all drawings of the same TeX at the same place in the
 * text, and of a picture with the same alternative text, are the same. A drawing that was changed behind its label is none.
 */
export function checkDrawings(pages: ReadonlyMap<string, Root>): ArtifactProblem[] {
  const seen = new Map<string, Map<string, string[]>>()
  for (const [name, tree] of pages) {
    visit(tree, 'element', (element) => {
      const key = keyOf(element)
      if (key === undefined) return
      const drawing = shapeOf(element)
      const drawings = seen.get(key) ?? new Map<string, string[]>()
      drawings.set(drawing, [...(drawings.get(drawing) ?? []), name])
      seen.set(key, drawings)
    })
  }
  return [...seen].flatMap(([key, drawings]): ArtifactProblem[] => {
    if (drawings.size < 2) return []
    const [odd = []] = [...drawings.values()].toSorted((a, b) => a.length - b.length)
    const reason = `${odd.join(', ')}：画的与别处不同 / is drawn in another way than elsewhere: ${key.slice(key.indexOf(' ') + 1, 80)}`
    return [{ruleId: 'formula-is-whole', reason}]
  })
}

/** Of a formula its kind, place and TeX; of a figure's drawing its block. */
function keyOf({properties, tagName}: Element): string | undefined {
  const {dataTex} = properties
  if (typeof dataTex !== 'string' || tagName === 'code') return undefined
  const {className} = properties
  return `${Array.isArray(className) ? className.join('.') : ''} ${dataTex}`
}

/** What a drawing is made of, without the ids that differ from place to place. */
function shapeOf(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const {d, transform, viewBox, width} = node.properties
  const own = [node.tagName, d, transform, viewBox, width].map((value) => String(value ?? '')).join(' ')
  return `${own}(${node.children.map((child) => shapeOf(child)).join('')})`
}
