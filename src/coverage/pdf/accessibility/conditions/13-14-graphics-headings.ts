import type {Condition} from '../condition.ts'
import {textAt} from '../file/entries.ts'
import {inDocument, type Finding} from '../finding.ts'
import {kidsOf} from '../structure/structure-element.ts'
import type {PdfFile} from '../read-pdf-file.ts'

const person = 'needs a person' as const

export const graphicsAndHeadings: readonly Condition[] = [
  {
    id: '13-001',
    clause: '7.3',
    english: 'A picture is not tagged as Figure',
    kind: person,
    why: 'A rule under a heading and a drawing of one line are the same operators.',
  },
  {
    id: '13-002',
    clause: '7.3',
    english: 'A link on a picture does not say both what it shows and where it leads',
    kind: person,
    why: 'It is the alternative text that the author writes.',
  },
  {
    id: '13-003',
    clause: '7.3',
    english: 'A caption is not tagged as Caption',
    kind: person,
    why: 'A caption is known from its place and its words.',
  },
  {
    id: '13-004',
    clause: '7.3',
    chinese: '图没有替代文字',
    english: 'A figure has neither alternative nor replacement text',
    kind: 'checked',
    find: ({structure}) =>
      structure.elements
        .filter(
          ({dictionary, role}) => role === 'Figure' && !textAt(dictionary, 'Alt') && !textAt(dictionary, 'ActualText'),
        )
        .map(({page, type}) => ({page, detail: type})),
  },
  {
    id: '13-005',
    clause: '7.3',
    english: 'A figure has replacement text where an alternative would be better',
    kind: person,
    why: 'It is a matter of meaning. Chromium writes alternatives only.',
  },
  {
    id: '13-006',
    clause: '7.3',
    english: 'Parts of a picture that mean something only together are tagged one by one',
    kind: person,
    why: 'Where a picture ends is a matter of meaning.',
  },
  {
    id: '13-007',
    clause: '7.3',
    english: 'A more accessible form is not used',
    kind: person,
    why: 'Whether a drawing should have been a table, its author decides.',
  },
  {
    id: '13-008',
    clause: '7.3',
    english: 'A figure that is to be read as text has no replacement text',
    kind: person,
    why: 'Version 1.1 of the protocol added it; it is a matter of meaning.',
  },
  {
    id: '14-001',
    clause: '7.4',
    english: 'A heading is not tagged as heading',
    kind: person,
    why: 'A program knows bold lines, not headings; that those of the source become such tags is tested with the book.',
  },
  {
    id: '14-002',
    clause: '7.4.2',
    chinese: '第一个标题不是 H1',
    english: 'The first heading is not H1',
    kind: 'checked',
    find: ({structure}) =>
      headingsOf(structure)
        .slice(0, 1)
        .filter(({level}) => level !== 1)
        .map(({level, page}) => ({page, detail: `H${level}`})),
  },
  {
    id: '14-003',
    clause: '7.4.2',
    chinese: '标题跳级',
    english: 'A level of headings is skipped',
    kind: 'checked',
    find: findSkippedLevels,
  },
  {
    id: '14-004',
    clause: '7.4.3',
    english: 'Tags of numbered headings use other than Arabic numerals',
    kind: 'not applicable to what lectern writes',
    why: 'Chromium writes H1 to H6 and no other; 02-001 reports what is none.',
  },
  {
    id: '14-005',
    clause: '7.4.3',
    english: 'A heading of the seventh level has no tag of that level',
    kind: 'not applicable to what lectern writes',
    why: 'Markdown has six levels of headings.',
  },
  {
    id: '14-006',
    clause: '7.4.4',
    chinese: '同一元素下有多个 H',
    english: 'An element has more than one H',
    kind: 'checked',
    find: ({structure}) =>
      structure.elements
        .filter((element) => kidsOf(element).filter(({role}) => role === 'H').length > 1)
        .map(({page, type}) => ({page, detail: type})),
  },
  {
    id: '14-007',
    clause: '7.4.4',
    chinese: '同时使用了 H 和带级别的标题',
    english: 'The document has both H and numbered headings',
    kind: 'checked',
    find: ({structure}) =>
      inDocument(structure.elements.some(({role}) => role === 'H') && headingsOf(structure).length > 0),
  },
]

interface Heading {
  readonly level: number
  readonly page: number
}

/** Levels beyond the sixth are no standard types, and are known by what they are called (ISO 14289-1, 7.4.3). */
function headingsOf({elements}: PdfFile['structure']): Heading[] {
  return elements.flatMap(({page, role, type}) => {
    const name = [type, role].find((one) => /^H[1-9]\d*$/u.test(one))
    return name ? [{level: Number(name.slice(1)), page}] : []
  })
}

function* findSkippedLevels({structure}: PdfFile): Generator<Finding> {
  let previous: Heading | undefined
  for (const heading of headingsOf(structure)) {
    if (previous && heading.level > previous.level + 1) {
      yield {page: heading.page, detail: `H${previous.level} → H${heading.level}`}
    }
    previous = heading
  }
}
