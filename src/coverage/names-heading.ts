import type {PhrasingContent} from 'mdast'
import type {Course} from '../model/course.ts'
import {normalizeText, placeholder} from './normalize-text.ts'
import {formulasIn, phrasingText} from './unit-texts.ts'

/**
 * Whether a name in contents or bookmarks is that of a heading: its number and words, marks of notes left out, and for a formula
 * something that is no TeX. One of pictures alone is called by what they are said to show.
 */
export function namesHeading(
  name: string,
  heading: {readonly number: string; readonly title: readonly PhrasingContent[]},
  course: Course,
): boolean {
  const words = normalizeText(phrasingText(heading.title, course)) || picturesIn(heading.title)
  const parts = (normalizeText(heading.number) + words).split(placeholder)
  const hasFormula = formulasIn(heading.title).length > 0
  const written = normalizeText(name)
  if (!hasFormula) return written === parts.join('')
  if (/\\[A-Za-z]/u.test(written) || written.length <= parts.join('').length) return false
  let from = 0
  return parts.every((part) => {
    const at = written.indexOf(part, from)
    from = at + part.length
    return at >= 0
  })
}

const picturesIn = (nodes: readonly PhrasingContent[]): string =>
  normalizeText(
    nodes
      .map((node): string => {
        if (node.type === 'image') return node.data?.attributes?.values['alt'] ?? node.alt ?? ''
        return 'children' in node ? picturesIn(node.children) : ''
      })
      .join(''),
  )
