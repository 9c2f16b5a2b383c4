import type {PhrasingContent} from 'mdast'
import type {Course} from '../model/course.ts'

/** A text as a reader sees it, and what it is compared by: what follows from a number elsewhere is not part of that. */
export interface Piece {
  readonly text: string
  readonly key: string
}

/**
 * Inline content as a piece. A cross-reference shows its label and is compared by its target, a citation by its works and a
 * note by its name: that 图 3-2 became 图 3-3 is said once, and not of every paragraph that names it.
 */
export function phrasingPiece(nodes: readonly PhrasingContent[], course: Course): Piece {
  return joinPieces(
    nodes.map((node) => nodePiece(node, course)),
    '',
  )
}

/** A piece that is compared by what it shows; where its lines break in the source is nothing that a reader sees. */
export function plainPiece(value: string): Piece {
  const text = value.replaceAll(/\s+/gu, ' ')
  return {text, key: text}
}

export function joinPieces(pieces: readonly Piece[], separator: string): Piece {
  return {
    text: pieces.map(({text}) => text).join(separator),
    key: pieces.map(({key}) => key).join(separator),
  }
}

function nodePiece(node: PhrasingContent, course: Course): Piece {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return plainPiece(node.value)
    case 'inlineMath':
      return plainPiece(`$${node.value}$`)
    case 'break':
      return plainPiece(' ')
    case 'crossReference':
      return {
        text: node.shown ?? course.references.get(node.target)?.label ?? `@${node.target}`,
        key: `@${node.target}`,
      }
    case 'citation': {
      const works = node.works.map(({key, locator, prefix, suffix}) => [prefix, `@${key}`, locator, suffix].join(' '))
      return {text: phrasingPiece(node.children, course).text, key: `[${works.join(';')}]`}
    }
    case 'footnoteReference':
      return {text: '[*]', key: `[^${node.identifier}]`}
    case 'image':
      return plainPiece(node.alt ?? '')
    case 'link': {
      const {key, text} = phrasingPiece(node.children, course)
      // Within the course a link leads where its words say.
      if (!/^[a-z]+:/iu.test(node.url) || node.url === text) return {text, key}
      return {text: `${text} (${node.url})`, key: `${key} (${node.url})`}
    }
    default:
      return 'children' in node ? phrasingPiece(node.children, course) : plainPiece('')
  }
}
