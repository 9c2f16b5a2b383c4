import type {Root} from 'xast'
import {v5} from 'uuid'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {elementsNamed, ownText} from './elements-named.ts'

/**
 * What the package document of an e-book says against its course: title, language, authors, the printed book that its pages are of
 * (EPUB 3.3, 5.5.3; EPUB Accessibility 1.1, 2.5), and that its spine is read from the first document to the last.
 */
export function checkPackage(tree: Root, course: Course): ArtifactProblem[] {
  const texts = (name: string) => elementsNamed(tree, name).map((element) => ownText(element))
  const [language] = texts('dc:language')
  const [title] = texts('dc:title')
  const source = elementsNamed(tree, 'meta').find(({attributes}) => attributes['property'] === 'pageBreakSource')
  return [
    ...differs('标题 / title', title, course.title),
    ...differs('语言 / language', language, course.language),
    ...differs('作者 / authors', texts('dc:creator').join(', '), course.authors.join(', ')),
    ...(source ? differs('页码所依的书 / book of the pages', ownText(source), printedBook(course)) : []),
    ...checkSpine(tree, course),
  ]
}

/** The printed book is another publication with an identifier of its own. */
const printedBook = ({identifier}: Course) => `urn:uuid:${v5(`${identifier}#pdf`, v5.URL)}`

function differs(what: string, found: string | undefined, expected: string): ArtifactProblem[] {
  if (found === expected) return []
  const reason = `${what}: “${found ?? ''}”，应为 / expected “${expected}”`
  return [{ruleId: 'file-is-described', reason}]
}

function checkSpine(tree: Root, {epub}: Course): ArtifactProblem[] {
  const apart = elementsNamed(tree, 'itemref').filter(({attributes}) => attributes['linear'] === 'no')
  const direction = elementsNamed(tree, 'spine')[0]?.attributes['page-progression-direction'] ?? 'default'
  const isTurnedLeft = direction === 'rtl'
  const names = apart.map(({attributes}) => attributes['idref']).join(', ')
  return [
    ...(apart.length > 0 ? [place(`不在阅读顺序里 / Outside the order of reading: ${names}`)] : []),
    ...(isTurnedLeft === (epub.writing === 'vertical')
      ? []
      : [place(`翻页方向不对 / Pages turn the wrong way: ${direction}`)]),
  ]
}

const place = (reason: string): ArtifactProblem => ({ruleId: 'block-is-in-place', reason})
