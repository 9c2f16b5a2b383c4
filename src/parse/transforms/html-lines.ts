import type {PhrasingContent} from 'mdast'

/** Elements that begin a line of their own, where they stand in a paragraph or a cell. */
const lines: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

export const isLine = (tagName: string): boolean => lines.has(tagName)

/** Counts the items of the lists that are open: none for bullets. */
export type OpenLists = (number | undefined)[]

export function openList(tagName: string, open: OpenLists): void {
  if (tagName === 'ul') open.push(undefined)
  if (tagName === 'ol') open.push(0)
}

/** What an item begins with. */
export function markerOf(open: OpenLists): string {
  const count = open.pop()
  open.push(count === undefined ? undefined : count + 1)
  return count === undefined ? '• ' : `${count + 1}. `
}

/** A break that an element makes and no author wrote. */
export const lineBreak = (): PhrasingContent => ({type: 'break', data: {isLine: true}})

const isMade = (node: PhrasingContent | undefined) => node?.type === 'break' && node.data?.isLine === true
const isBlank = (node: PhrasingContent | undefined) => node?.type === 'text' && !node.value.trim()

/** Breaks that elements make part lines: none stands at an end or beside another. */
export function tidyLines(children: readonly PhrasingContent[]): PhrasingContent[] {
  if (!children.some(isMade)) return [...children]
  const kept: PhrasingContent[] = []
  for (const child of children) addTo(kept, child)
  while (isMade(kept.at(-1)) || (isBlank(kept.at(-1)) && isMade(kept.at(-2)))) kept.pop()
  return kept
}

function addTo(kept: PhrasingContent[], child: PhrasingContent): void {
  const isAtStart = kept.length === 0 || kept.at(-1)?.type === 'break'
  if (isAtStart && (isMade(child) || isBlank(child))) return
  if (child.type === 'break') {
    if (isBlank(kept.at(-1))) kept.pop()
    if (isMade(kept.at(-1))) kept.pop()
  }
  kept.push(child.type === 'text' && isAtStart ? {...child, value: child.value.trimStart()} : child)
}
