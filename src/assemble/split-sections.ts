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
export function splitSections(tree: Root): Outline {
  const chapter: Outline & {heading?: Heading} = {nodes: [], sections: []}
  const open: {depth: number; outline: Outline}[] = [{depth: 1, outline: chapter}]
  for (const node of tree.children) {
    if (node.type === 'heading') {
      if (node.depth === 1 && !chapter.heading && chapter.sections.length === 0) {
        Object.assign(chapter, {heading: node})
        continue
      }
      const depth = Math.max(2, node.depth)
      while ((open.at(-1)?.depth ?? 1) >= depth) open.pop()
      const outline: Outline = {heading: node, nodes: [], sections: []}
      open.at(-1)?.outline.sections.push(outline)
      open.push({depth, outline})
    } else if (node.type !== 'yaml' && node.type !== 'footnoteDefinition' && node.type !== 'definition') {
      open.at(-1)?.outline.nodes.push(node)
    }
  }
  return chapter
}
