import type {Heading, Root, RootContent} from 'mdast'

/** The outline of a chapter before numbers: a heading with what follows it up to the next heading. */
export interface Outline {
  /** Absent for what stands before the first heading. */
  readonly heading?: Heading
  readonly nodes: RootContent[]
  readonly sections: Outline[]
}

/**
 * Splits a chapter at its headings. The first heading of rank 1 is the chapter's; any further one counts as rank 2, so
 * that nothing falls out of the chapter.
 */
export function splitSections(tree: Root, {hasTitle}: {readonly hasTitle: boolean}): Outline {
  const title = titleOf(tree, hasTitle)
  const heading = title ? {heading: title} : {}
  const chapter: Outline = {...heading, nodes: [], sections: []}
  const open: {depth: number; outline: Outline}[] = [{depth: 1, outline: chapter}]
  for (const node of tree.children) {
    if (node === chapter.heading || apart.has(node.type)) continue
    if (node.type === 'heading') openSection(node, open)
    else open.at(-1)?.outline.nodes.push(node)
  }
  return chapter
}

/** The first heading, where it is of rank 1, or where no other has its rank and the front matter has no title. */
function titleOf({children}: Root, hasTitle: boolean): Heading | undefined {
  const [first, ...others] = children.filter((node) => node.type === 'heading')
  if (first?.depth === 1) return first
  const isAbove = first !== undefined && others.every(({depth}) => depth > first.depth)
  const before = children.filter((node) => !apart.has(node.type)).indexOf(first as RootContent)
  return !hasTitle && isAbove && others.length > 0 && before === 0 ? first : undefined
}

/** Nodes that are not content where they stand. */
const apart = new Set(['yaml', 'footnoteDefinition', 'definition'])

function openSection(heading: Heading, open: {depth: number; outline: Outline}[]): void {
  const depth = Math.max(2, heading.depth)
  while ((open.at(-1)?.depth ?? 1) >= depth) open.pop()
  const outline: Outline = {heading, nodes: [], sections: []}
  open.at(-1)?.outline.sections.push(outline)
  open.push({depth, outline})
}
