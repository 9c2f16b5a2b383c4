import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {checkNoteNumbers, type NoteNumber} from '../notes/check-note-numbers.ts'
import {normalizeText} from '../normalize-text.ts'
import {elementsNamed, ownText} from './elements-named.ts'
import {checkLinkTargets, type FoundLink} from '../slides/check-links.ts'

export interface EpubDescription {
  readonly course: Course
  /** Units that the e-book shows. */
  readonly expected: readonly ContentUnit[]
  readonly textOf: (element: Element) => string
}

/** What an e-book's documents say of themselves: language, alternative texts of pictures; and where their links lead. */
export function checkEpubDescription(
  documents: ReadonlyMap<string, Root>,
  {course, expected, textOf}: EpubDescription,
): ArtifactProblem[] {
  const alternatives: string[] = []
  const links: FoundLink[] = []
  const notes: NoteNumber[] = []
  const problems: ArtifactProblem[] = []
  for (const [name, tree] of documents) {
    visit(tree, 'element', (element) => {
      const {attributes} = element
      if (element.name === 'html') append(problems, checkLanguage(name, attributes, course))
      if (element.name === 'img') alternatives.push(attributes['alt'] ?? '')
      append(notes, noteNumbersIn(element))
      const {href} = attributes
      if (element.name === 'a' && href && !/^[a-z]+:/iu.test(href)) {
        const target = href.slice(href.indexOf('#') + 1)
        links.push({text: normalizeText(textOf(element)), target, place: name})
      }
    })
  }
  const wanted = expected.flatMap((unit) => unit.alternatives)
  const inOrder = alternatives.filter((text) => wanted.includes(text))
  const lost = wanted.find((text, index) => inOrder[index] !== text)
  return [
    ...problems,
    ...(lost === undefined
      ? []
      : [
          {
            ruleId: 'file-is-described' as const,
            reason: `缺少替代文字，或图片次序不对 / Missing alternative text, or pictures out of order: “${lost.slice(0, 40)}”`,
          },
        ]),
    ...checkLinkTargets(links, course),
    ...checkNoteNumbers(notes, course),
  ]
}

function checkLanguage(name: string, attributes: Element['attributes'], {language}: Course): ArtifactProblem[] {
  const found = [attributes['lang'], attributes['xml:lang']]
  if (found.every((one) => one === language)) return []
  const reason = `${name}：语言是 ${found.join(', ')}，应为 ${language} / Unexpected language, expected ${language}`
  return [{ruleId: 'file-is-described', reason}]
}

/** Marks of notes in a text, by where they lead, and the numbers of notes themselves. */
function noteNumbersIn({attributes, children}: Element): NoteNumber[] {
  const classes = (attributes['class'] ?? '').split(' ')
  const inside = children.filter((child) => child.type === 'element')
  if (classes.includes('note-reference')) {
    return inside.map((link) => ({id: (link.attributes['href'] ?? '').replace(/^.*#/u, ''), number: ownText(link)}))
  }
  if (!classes.includes('footnote') || !attributes['id']) return []
  const number = inside.find((child) => (child.attributes['class'] ?? '').split(' ').includes('footnote-number'))
  return [{id: attributes['id'], number: ownText(number && elementsNamed(number, 'strong')[0])}]
}
