import type {Element, ElementContent} from 'hast'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'

/** The parts of a table, in the order in which EPUB wants it (XHTML of EPUB 3.3, as EPUBCheck has it). */
const order = ['caption', 'colgroup', 'thead', 'tbody', 'tfoot']
/** There is one of each at most. */
const single: ReadonlySet<string> = new Set(['caption', 'thead', 'tfoot'])

/** Brings the parts of a table into their order, and takes away values that HTML forgives and EPUB does not. */
export function mendTable(table: Element): void {
  const parts = withoutSeconds(table.children)
  const rank = (part: ElementContent) => (part.type === 'element' ? order.indexOf(part.tagName) : -1)
  table.children = parts.toSorted((a, b) => rank(a) - rank(b))
  visit(table, 'element', ({properties}) => {
    for (const [name, isValid] of Object.entries(valid)) if (!isValid(properties[name])) delete properties[name]
  })
}

const isSpan = (least: number, most: number) => (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most

const isOneOf =
  (...values: readonly string[]) =>
  (value: unknown) =>
    typeof value === 'string' && values.includes(value)

/** Values that attributes may have; a language is a tag of RFC 3066. */
const valid: Readonly<Record<string, (value: unknown) => boolean>> = {
  colSpan: isSpan(1, 1000),
  rowSpan: isSpan(0, 65_534),
  scope: isOneOf('row', 'col', 'rowgroup', 'colgroup'),
  dir: isOneOf('auto', 'ltr', 'rtl'),
  lang: (value) => typeof value === 'string' && /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/iu.test(value),
}

/** A second caption is more of the first; a second head or foot is rows. */
function withoutSeconds(parts: readonly ElementContent[]): ElementContent[] {
  const first = new Map<string, Element>()
  return parts.flatMap((part): ElementContent[] => {
    if (part.type !== 'element' || !single.has(part.tagName)) return [part]
    const before = first.get(part.tagName)
    if (!before) {
      first.set(part.tagName, part)
      return [part]
    }
    if (part.tagName !== 'caption') return [{...part, tagName: 'tbody'}]
    append(before.children, [{type: 'text', value: ' '}, ...part.children])
    return []
  })
}
