import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Course} from '../../src/model/course.ts'
import {selectEdition} from '../../src/model/select-edition.ts'
import {stringsIn} from '../../src/model/strings-in.ts'
import {courseCharacters} from '../../src/theme/course-characters.ts'
import {draftSlides} from '../../src/slides/draft-slides.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {density} from '../support/density.ts'

/** Constructs that hold what is the teacher's, around a text of one line. */
const closed: readonly ((text: string) => string)[] = [
  (text) => `:::notes\n${text}\n:::`,
  (text) => `:::notes{minutes=2}\n:index[${text}] and :term[${text}]\n:::`,
  (text) => `:::only{edition="teacher"}\n### ${text}\n\n${text}\n:::`,
  (text) => `:::except{edition="student"}\n| ${text} | b |\n| - | - |\n| ${text} | 2 |\n:::`,
  (text) => `- open item\n\n  :::notes\n  ${text}\n  :::\n- another`,
  (text) => `> open quote\n>\n> :::only{edition="teacher"}\n> ${text}\n> :::`,
  (text) => `:::exercise\nOpen task\n:::\n\n:::solution\n${text}\n:::`,
  (text) => `:::notes\n\`\`\`python {title="${text}"}\n${text}\n\`\`\`\n:::`,
  (text) => `:::notes\n$\\text{${text}}$\n\n$$\n\\text{${text}}\n$$\n:::`,
  (text) => `:::notes\n![${text}](secret.svg "${text}")\n:::`,
  (text) => `:::notes\n<div title="${text}"><p>${text}</p></div>\n:::`,
  (text) => `:::notes\nWith a note[^t].\n:::\n\n[^t]: ${text}`,
  (text) => `:::quiz\nOpen question?\n\n- [x] yes\n- [ ] no\n\n${text}\n:::`,
  (text) => `:::columns\n:::column\nOpen column\n\n:::notes\n${text}\n:::\n:::\n:::column\nb\n:::\n:::`,
]

const open: readonly string[] = [
  'An open paragraph with **bold** words.',
  '## Open heading',
  '### Deeper heading {short="Deeper"}',
  '- one\n- two',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '![Open](open.svg "Open caption")',
  'Words with :index[an open entry] and $x$.',
  '---',
]

/** Letters that no open text has. */
const letter = fc.constantFrom('龘', '靐', '齉', '爩', '鱻', '麤')
const secret = fc.array(letter, {minLength: 1, maxLength: 8}).map((letters) => letters.join(''))
const piece = fc.oneof(
  fc.record({open: fc.constantFrom(...open)}),
  fc.record({closed: fc.nat({max: closed.length - 1}), one: secret, other: secret}),
)

function chapterOf(
  pieces: readonly (typeof piece extends fc.Arbitrary<infer P> ? P : never)[],
  which: 'one' | 'other',
) {
  const parts = pieces.map((part) => ('open' in part ? part.open : (closed[part.closed]?.(part[which]) ?? '')))
  return ['# Chapter', ...parts].join('\n\n')
}

const resources = [svgResource('open.svg'), svgResource('secret.svg')]
const studentsOf = (text: string): Course =>
  selectEdition(courseFrom([text], resources, {head: {language: 'en', authors: ['A'], title: 'T'}}).course, 'student')

/** Nobody sees how far into its line or file something stands. */
const plain = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) => {
      if (key === 'offset' || key === 'column') return undefined
      return inner instanceof Map ? [...inner] : inner
    }),
  ) as unknown

describe('a course as students have it', () => {
  test('is the same whatever the teacher’s text is, with its fonts and slides', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 8}), (pieces) => {
        const [one, other] = [studentsOf(chapterOf(pieces, 'one')), studentsOf(chapterOf(pieces, 'other'))]
        expect(plain(one)).toEqual(plain(other))
        expect(courseCharacters(one, [])).toEqual(courseCharacters(other, []))
        expect(plain(draftSlides(one, 'student', density))).toEqual(plain(draftSlides(other, 'student', density)))
      }),
      {numRuns: 200},
    )
  })

  test.each(closed.map((construct, index) => [index, construct('龘')] as const))(
    'has no string and no resource of the teacher’s, construct %i',
    (_index, text) => {
      const {course} = courseFrom([`# Chapter\n\n${text}`], resources)
      expect([...stringsIn(course.chapters)].join('\n')).toContain('龘')
      const student = selectEdition(course, 'student')
      expect([...stringsIn(student)].filter((one) => one.includes('龘'))).toEqual([])
      expect([...courseCharacters(student, [])]).not.toContain('龘'.codePointAt(0))
      expect(student.resources.has('secret.svg')).toBe(false)
      expect([...courseCharacters(selectEdition(course, 'teacher'), [])]).toContain('龘'.codePointAt(0))
    },
  )

  test('keeps the label of what it refers to and does not have', () => {
    const {course} = courseFrom([
      '# C\n\nSee @tbl-x.\n\n:::notes\n| a | b |\n| - | - |\n| 1 | 2 |\n\n: Secret {#tbl-x}\n:::',
    ])
    const student = selectEdition(course, 'student')
    expect(student.references.get('tbl-x')).toEqual(course.references.get('tbl-x'))
    expect(JSON.stringify([...student.references])).not.toContain('Secret')
  })

  test('has what students have: released solutions, works they cite, and no list of none', () => {
    const works = ['one', 'two'].map((id) => ({id, type: 'book', title: id}))
    const text = '# C\n\n:::exercise{#e}\nDo.\n:::\n\n:::solution{for=e}\nDone.\n:::\n\n:::notes\n[@one]\n:::'
    const back = courseFrom([text], [], {head: {solutions: 'back'}, works}).course
    expect(selectEdition(back, 'student').chapters.map(({role}) => role)).toEqual(['chapter', 'solutions'])
    expect(selectEdition(back, 'teacher').chapters.map(({role}) => role)).toEqual([
      'chapter',
      'solutions',
      'bibliography',
    ])
    const both = courseFrom([`${text}\n\nAnd [@two].`], [], {works}).course
    const list = selectEdition(both, 'student').chapters.at(-1)?.blocks[0]
    expect(list?.type === 'list' && list.items.map(({id}) => id)).toEqual(['back-bibliography-ref-two'])
  })
})
