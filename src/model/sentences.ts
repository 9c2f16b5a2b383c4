import type {PhrasingContent} from 'mdast'

const sentenceEnd = /(?<=[。！？!?][”’）」』]?)(?![”’）」』])|(?<=\.)(?=\s)/u
const isEnded = /[。！？!?.][”’）」』]?\s*$/u

/**
 * A paragraph as its sentences. They end in text that stands directly in the paragraph; the mark of a note stays with the
 * sentence before it.
 */
export function sentencesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const sentences: PhrasingContent[][] = []
  let isOpen = false
  for (const child of children) {
    const nodes: PhrasingContent[] =
      child.type === 'text' ? partsOf(child.value).map((value) => ({...child, value})) : [child]
    for (const node of nodes) {
      const last = sentences.at(-1)
      if (last && (isOpen || node.type === 'footnoteReference')) last.push(node)
      else sentences.push([node])
      if (node.type !== 'footnoteReference') isOpen = !(node.type === 'text' && isEnded.test(node.value))
    }
  }
  return sentences
}

const partsOf = (text: string) => text.split(sentenceEnd).filter(Boolean)
