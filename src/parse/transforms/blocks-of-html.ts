import type {Element, ElementContent, RootContent as HastContent} from 'hast'
import {toString} from 'hast-util-to-string'
import type {AlignType, BlockContent, Html, PhrasingContent, RootContent, TableCell} from 'mdast'
import type {VFile} from 'vfile'
import {noAttributes} from '../attributes.ts'
import {isLine, lineBreak, markerOf, openList, tidyLines, type OpenLists} from './html-lines.ts'
import {checkboxOf, imageOfHtml} from './image-of-html.ts'
import {isMedia, mediaOfHtml} from './media-of-html.ts'
import {nodeOfHtml, understands} from './node-of-html.ts'
import {withoutReadings} from './pair-readings.ts'

export interface Written {
  readonly tag: Html
  readonly file: VFile
  /** What stays HTML, since Markdown has no like of it. */
  readonly asHtml: (element: Element) => RootContent[]
}

type Make = (element: Element, written: Written) => RootContent[]

/** What elements are in Markdown. Others are no more than what stands in them. */
const blocks: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['blockquote', (element, written) => [{type: 'blockquote', children: inside(element, written)}]],
  ['details', detailsOf],
  ['dl', definitionsOf],
  ['figure', figureOf],
  ...([1, 2, 3, 4, 5, 6] as const).map((depth): [string, Make] => [
    `h${depth}`,
    (element, written) => [{type: 'heading', depth, children: lineOf(element.children, written)}],
  ]),
  ['hr', () => [{type: 'thematicBreak'}]],
  ['ol', listOf],
  ['pre', codeOf],
  ['table', tableOf],
  ['ul', listOf],
])

/** A run of HTML as the Markdown that says the same: so it has a place in every output, and nothing that EPUB does not know. */
export function blocksOfHtml(nodes: readonly HastContent[], written: Written): RootContent[] {
  const made: RootContent[] = []
  let line: HastContent[] = []
  const endLine = () => {
    const children = lineOf(line, written)
    if (children.some((child) => child.type !== 'break' && !(child.type === 'text' && !child.value.trim())))
      made.push({type: 'paragraph', children})
    line = []
  }
  for (const node of nodes) {
    if (node.type !== 'element' || !isLine(node.tagName)) {
      if (node.type === 'element' && holdsLines(node)) {
        // A link round blocks, as HTML allows: its words are the blocks.
        endLine()
        made.push(...blocksOfHtml(node.children, written))
      } else line.push(node)
      continue
    }
    endLine()
    made.push(...(blocks.get(node.tagName)?.(node, written) ?? blocksOfHtml(node.children, written)))
  }
  endLine()
  const {position} = written.tag
  return made.map((node) => (position && !node.position ? {...node, position} : node))
}

const holdsLines = ({children}: Element): boolean =>
  children.some((child) => child.type === 'element' && (isLine(child.tagName) || holdsLines(child)))

const inside = (element: Element, written: Written) => blocksOfHtml(element.children, written) as BlockContent[]

/** HTML as one run of inline content; elements that are blocks part its lines. */
function lineOf(nodes: readonly HastContent[], written: Written): PhrasingContent[] {
  return trimEnds(tidyLines(withoutReadings(phrasingOf(nodes, written, []))))
}

function phrasingOf(nodes: readonly HastContent[], written: Written, lists: OpenLists): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') return [{type: 'text', value: collapse(node.value), ...placeOf(written)}]
    if (node.type !== 'element' || unread.has(node.tagName)) return []
    return elementOf(node, written, lists)
  })
}

/** Elements whose text is none for readers. */
const unread: ReadonlySet<string> = new Set(['noscript', 'script', 'style', 'template', 'title'])

function elementOf(element: Element, written: Written, lists: OpenLists): PhrasingContent[] {
  const {file, tag} = written
  const {tagName} = element
  if (tagName === 'br') return [{type: 'break'}]
  if (tagName === 'img') return [imageOfHtml(element, tag)]
  if (tagName === 'input') return checkboxOf(element)
  if (isMedia(element)) return mediaOfHtml(element, tag, file)
  if (!isLine(tagName)) {
    const children = phrasingOf(element.children, written, lists)
    return understands(element) ? nodeOfHtml(element, children, {tag, file}) : children
  }
  const isList = tagName === 'ul' || tagName === 'ol'
  const marker: PhrasingContent[] = tagName === 'li' ? [{type: 'text', value: markerOf(lists)}] : []
  const open = isList ? [...lists] : lists
  openList(tagName, open)
  const children = [...marker, ...phrasingOf(element.children, written, open)]
  const content: PhrasingContent[] = tagName === 'summary' ? [{type: 'strong', children}] : children
  return [lineBreak(), ...content, lineBreak()]
}

const collapse = (text: string) => text.replaceAll(/[\t\n\f\r ]+/gu, (space) => (space.includes('\n') ? '\n' : ' '))

function trimEnds(children: PhrasingContent[]): PhrasingContent[] {
  const [first] = children
  if (first?.type === 'text') first.value = first.value.trimStart()
  const last = children.at(-1)
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return children.filter((child) => child.type !== 'text' || child.value !== '')
}

const placeOf = ({tag}: Written) => (tag.position ? {position: tag.position} : {})

const elementsIn = ({children}: Element, ...names: string[]): Element[] =>
  children.filter((child): child is Element => child.type === 'element' && names.includes(child.tagName))

function listOf(element: Element, written: Written): RootContent[] {
  const {start, tagName} = {...element.properties, tagName: element.tagName}
  // What stands between items belongs to the one before it.
  const items: ElementContent[][] = []
  for (const child of element.children) {
    if (child.type === 'element' && child.tagName === 'li') items.push([...child.children])
    else if (items.length > 0 || toString(child).trim()) (items.at(-1) ?? items[items.push([]) - 1])?.push(child)
  }
  const first = Number(start ?? 1)
  const ordered = tagName === 'ol' ? {ordered: true, start: Number.isSafeInteger(first) ? first : 1} : {ordered: false}
  const children = items.map((item) => ({
    type: 'listItem' as const,
    spread: false,
    children: blocksOfHtml(item, written) as BlockContent[],
    ...placeOf(written),
  }))
  return [{type: 'list', ...ordered, spread: false, children}]
}

function definitionsOf(element: Element, written: Written): RootContent[] {
  const parts = element.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'div' ? child.children : [child],
  )
  const isEntry = (part: ElementContent): part is Element =>
    part.type === 'element' && ['dd', 'dt'].includes(part.tagName)
  const entries = parts.filter((part) => isEntry(part))
  const hasOther = parts.some((part) => !isEntry(part) && toString(part).trim() !== '')
  const lastDescription = entries.findLastIndex(({tagName}) => tagName === 'dd')
  // What has something else in it, or no description, is no list of definitions.
  if (hasOther || lastDescription < 0 || entries[0]?.tagName !== 'dt') return blocksOfHtml(parts, written)
  return [
    {
      type: 'defList',
      children: entries
        .slice(0, lastDescription + 1)
        .map((entry) =>
          entry.tagName === 'dt'
            ? {type: 'defListTerm', children: lineOf(entry.children, written)}
            : {type: 'defListDescription', children: inside(entry, written)},
        ),
    },
    ...blocksOfHtml(entries.slice(lastDescription + 1), written),
  ]
}

function codeOf(element: Element): RootContent[] {
  const [code] = elementsIn(element, 'code')
  const classes = [element, ...(code ? [code] : [])].flatMap(({properties}) =>
    [properties.className].flat().map(String),
  )
  const lang = classes.map((name) => /^(?:language|lang|highlight-source)-(?<name>.+)$/u.exec(name)?.groups?.['name'])
  const value = toString(element).replace(/^\n/u, '').replace(/\n$/u, '')
  const info =
    lang.find(Boolean) ??
    [element.properties['lang']]
      .flat()
      .map(String)
      .find((one) => one !== 'undefined')
  return [{type: 'code', value, lang: info ?? null, meta: null}]
}

function detailsOf(element: Element, written: Written): RootContent[] {
  const [summary] = elementsIn(element, 'summary')
  const label = summary ? lineOf(summary.children, written) : []
  const children = blocksOfHtml(
    element.children.filter((child) => child !== summary),
    written,
  )
  if (label.length === 0 && children.length === 0) return []
  const title: RootContent[] =
    label.length > 0 ? [{type: 'paragraph', data: {directiveLabel: true}, children: label, ...placeOf(written)}] : []
  return [{type: 'containerDirective', name: 'details', attributes: {}, children: [...title, ...children] as never}]
}

/** One picture with what is said below it; several, or none, are what they hold. */
function figureOf(element: Element, written: Written): RootContent[] {
  const [caption] = elementsIn(element, 'figcaption')
  const rest = element.children.filter((child) => child !== caption)
  const made = blocksOfHtml(rest, written)
  const [only, ...others] = made
  const image = only?.type === 'paragraph' && only.children.length === 1 ? only.children[0] : undefined
  if (image?.type !== 'image' || others.length > 0) {
    return [...made, ...(caption ? blocksOfHtml(caption.children, written) : [])]
  }
  const attributes = image.data?.attributes ?? noAttributes
  const children = caption ? lineOf(caption.children, written) : []
  return [{type: 'figure', url: image.url, alt: attributes.values['alt'] ?? '', children, data: {attributes}}]
}

/** A table whose first row heads its columns, without cells over several; any other stays HTML. */
function tableOf(element: Element, written: Written): RootContent[] {
  const rows = rowsOf(element)
  const [header] = rows
  const isPlain = rows.every((row) => cellsOf(row).every(({properties}) => !isWide(properties)))
  const counts = new Set(rows.map((row) => cellsOf(row).length))
  const hasHeader = header !== undefined && cellsOf(header).every(({tagName}) => tagName === 'th')
  if (rows.length === 0) return blocksOfHtml(toContents(element), written)
  if (isPlain && isOfImages(element))
    return rows.flatMap((row) => blocksOfHtml(cellsOf(row).flatMap(toContents), written))
  if (!isPlain || !hasHeader || counts.size !== 1 || header === undefined) return written.asHtml(element)
  const align = cellsOf(header).map((cell) => alignOf(cell))
  const [caption] = elementsIn(element, 'caption')
  const words = caption ? lineOf(caption.children, written) : []
  return [
    {
      type: 'table',
      align,
      children: rows.map((row) => ({
        type: 'tableRow' as const,
        children: cellsOf(row).map((cell): TableCell => ({
          type: 'tableCell',
          children: lineOf(cell.children, written),
        })),
      })),
      ...(words.length > 0 ? {data: {caption: words}} : {}),
    },
  ]
}

const rowsOf = (table: Element) => [
  ...elementsIn(table, 'thead', 'tbody', 'tfoot').flatMap((part) => elementsIn(part, 'tr')),
  ...elementsIn(table, 'tr'),
]
const cellsOf = (row: Element) => elementsIn(row, 'td', 'th')
const toContents = ({children}: Element) => children

/** A table that lays out pictures. */
const isOfImages = (table: Element) =>
  toString(table).trim() === '' && JSON.stringify(table).includes('"tagName":"img"')

const isWide = ({colSpan, rowSpan}: Element['properties']) => Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1

function alignOf({properties}: Element): AlignType {
  const written =
    properties['align'] ?? /text-align:\s*(?<align>\w+)/u.exec(properties['style'] ?? '')?.groups?.['align']
  return written === 'left' || written === 'right' || written === 'center' ? written : null
}
