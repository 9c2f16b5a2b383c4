import type {Element, Root} from 'xast'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {normalizeText} from '../normalize-text.ts'
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
  const problems: ArtifactProblem[] = []
  for (const [name, tree] of documents) {
    visit(tree, 'element', (element) => {
      const {attributes} = element
      if (element.name === 'html') problems.push(...checkLanguage(name, attributes, course))
      if (element.name === 'img') alternatives.push(attributes['alt'] ?? '')
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
  ]
}

function checkLanguage(name: string, attributes: Element['attributes'], {language}: Course): ArtifactProblem[] {
  const found = [attributes['lang'], attributes['xml:lang']]
  if (found.every((one) => one === language)) return []
  const reason = `${name}：语言是 ${found.join(', ')}，应为 ${language} / Unexpected language, expected ${language}`
  return [{ruleId: 'file-is-described', reason}]
}
