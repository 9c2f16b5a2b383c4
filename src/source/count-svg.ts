import {append} from '../model/append.ts'
interface SvgElement {
  readonly children: SvgElement[]
  /** Ids of what it draws besides: by `<use>`, and as its pattern, mask, marker, filter or clip. */
  readonly references: readonly string[]
}

/** A tag with its attributes, whose values may have any `>`; or what holds no tags. Each character is looked at once. */
const token =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(?<close>\/?)(?<name>[A-Za-z_][\w:.-]*)(?<attributes>(?:"[^"]*"|'[^']*'|[^'"<>])*)>/gu

export interface SvgSize {
  /** As many as are drawn, with everything that is used written out at each use. */
  readonly elements: number
  /** Of elements inside each other. */
  readonly levels: number
  /** Images inside of it, as `data:` addresses. */
  readonly images: readonly string[]
}

/**
 * How much a drawing draws, by arithmetic: a group of ten uses of a group of ten uses and so on is counted, and not written out.
 * What refers to itself draws nothing more (SVG 2, 5.6).
 */
export function countSvg(source: string): SvgSize {
  const root: SvgElement = {children: [], references: []}
  const byId = new Map<string, SvgElement>()
  const open = [root]
  const images: string[] = []
  const styles = readStyles(source)
  let levels = 0
  for (const {groups} of source.matchAll(token)) {
    const {attributes = '', close, name} = groups ?? {}
    if (!name) continue
    if (close) {
      if (open.length > 1) open.pop()
      continue
    }
    const element: SvgElement = {children: [], references: referencesOf(name, attributes, styles)}
    open.at(-1)?.children.push(element)
    const id = attributeOf(attributes, 'id')
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
    append(images, imagesIn(attributes))
    if (!attributes.trimEnd().endsWith('/')) open.push(element)
    levels = Math.max(levels, open.length)
  }
  return {elements: sizeOf(root, byId), levels, images}
}

/** Editors break the data of a picture into lines. */
function imagesIn(attributes: string): string[] {
  const whole = attributes.matchAll(/=\s*(?:"\s*(?<double>data:image\/[^"]*)"|'\s*(?<single>data:image\/[^']*)')/giu)
  const found = Array.from(whole, ({groups}) =>
    (groups?.['double'] ?? groups?.['single'] ?? '').replaceAll(/\s+/gu, ''),
  )
  const inStyles = attributes.matchAll(/url\(\s*["']?(?<address>data:image\/[^"')\s]*)/giu)
  return [...found, ...Array.from(inStyles, ({groups}) => groups?.['address'] ?? '')]
}

/** The sum over the tree and what it refers to, each element's once; without recursion, which long chains have no stack for. */
function sizeOf(root: SvgElement, byId: ReadonlyMap<string, SvgElement>): number {
  const sizes = new Map<SvgElement, number>()
  const begun = new Set<SvgElement>()
  const stack = [root]
  for (let element = stack.at(-1); element; element = stack.at(-1)) {
    const used = element.references.flatMap((id) => byId.get(id) ?? [])
    const parts = [...element.children, ...used]
    if (begun.has(element)) {
      if (!sizes.has(element))
        sizes.set(
          element,
          parts.reduce((sum, part) => sum + (sizes.get(part) ?? 0), 1),
        )
      stack.pop()
    } else {
      begun.add(element)
      for (const part of parts) if (!begun.has(part)) stack.push(part)
    }
  }
  return sizes.get(root) ?? 1
}

/** Ids that style sheets refer to, by the class, id or element of their selector. */
function readStyles(source: string): ReadonlyMap<string, readonly string[]> {
  const styles = new Map<string, string[]>()
  if (!source.includes('<style')) return styles
  for (const {groups} of source.matchAll(/(?<selector>[^{}<>]{1,1000})\{(?<body>[^{}<>]*)\}/gu)) {
    const ids = urlsIn(groups?.['body'] ?? '')
    if (ids.length === 0) continue
    for (const [name] of (groups?.['selector'] ?? '').matchAll(/[.#]?[\w-]+|\*/gu)) {
      styles.set(name, [...(styles.get(name) ?? []), ...ids])
    }
  }
  return styles
}

function referencesOf(name: string, attributes: string, styles: ReadonlyMap<string, readonly string[]>): string[] {
  const href = /\bhref\s*=\s*(?:"#(?<double>[^"]*)"|'#(?<single>[^']*)')/u.exec(attributes)?.groups
  const used = href?.['double'] ?? href?.['single']
  const styled =
    styles.size === 0
      ? []
      : [
          '*',
          name,
          `#${attributeOf(attributes, 'id')}`,
          ...(attributeOf(attributes, 'class') ?? '').split(/\s+/u).map((one) => `.${one}`),
        ]
  return [
    ...(used === undefined ? [] : [used]),
    ...urlsIn(attributes),
    ...styled.flatMap((one) => styles.get(one) ?? []),
  ]
}

const urlsIn = (text: string) =>
  Array.from(text.matchAll(/url\(\s*(?:["']|&quot;|&apos;)?#(?<id>[^)"'&\s]+)/gu), ({groups}) => groups?.['id'] ?? '')

function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(String.raw`(?:^|\s)${name}\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`, 'u').exec(
    attributes,
  )
  return found?.groups?.['double'] ?? found?.groups?.['single']
}
