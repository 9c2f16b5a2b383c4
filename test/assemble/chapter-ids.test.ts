import {readdir, readFile} from 'node:fs/promises'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {isReservedId} from '../../src/model/reserved-id.ts'
import {courseFrom} from '../support/course-from.ts'

const idsOf = (paths: readonly string[], chapters: readonly string[] = paths.map((path) => `# ${path}\n\n文。`)) => {
  const {course, files} = courseFrom(chapters, [], {paths})
  return {ids: course.chapters.map(({id}) => id), messages: files.flatMap((file) => file.messages)}
}

test.each([
  [
    ['01-intro.md', 'chapters/02.md', 'intro.md'],
    ['ch-01-intro', 'ch-02', 'intro'],
  ],
  [
    ['basics/index.md', 'more/README.md', 'a.md'],
    ['basics', 'more', 'a'],
  ],
  [
    ['a/01.md', 'b/01.md', 'c.md'],
    ['a-01', 'b-01', 'c'],
  ],
])('%j are named %j', (paths, ids) => {
  expect(idsOf(paths)).toEqual({ids, messages: []})
})

test('names in another script are told apart, and stay when the order changes', () => {
  const paths = ['第一章.md', '第二章.md', '附录甲.md']
  const {ids, messages} = idsOf(paths)
  expect(messages).toEqual([])
  expect(new Set(ids).size).toBe(3)
  expect(ids.every((id) => /^ch-[0-9a-f]{8}$/u.test(id))).toBe(true)
  expect(idsOf(paths.toReversed()).ids).toEqual(ids.toReversed())
})

test('an id that two authors chose is reported once, and the second chapter has another', () => {
  const {ids, messages} = idsOf(['01.md', '02.md'], ['---\nid: same\n---\n\n# 甲', '---\nid: Same\n---\n\n# 乙'])
  expect(ids).toEqual(['same', 'ch-02'])
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['identifier-is-unique'])
})

test('no two chapters have one id, whatever their files are called', () => {
  const name = fc.stringMatching(/^[a-c\u4E00-\u4E03 .-]{1,4}$/u)
  const location = fc.array(name, {minLength: 1, maxLength: 3}).map((names) => `${names.join('/')}.md`)
  fc.assert(
    fc.property(fc.uniqueArray(location, {minLength: 1, maxLength: 6}), (paths) => {
      const {ids, messages} = idsOf(paths)
      expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(paths.length)
      expect(ids.every((id) => /^[a-z][a-z0-9-]*$/u.test(id))).toBe(true)
      expect(messages).toEqual([])
    }),
  )
})

test('an id that an author gives is not taken by the number of a section', () => {
  const {course, files} = courseFrom(['# 章\n\n## 甲\n\n文。\n\n## 乙 {#sec-1-1}\n\n见@sec-1-1。'])
  expect(course.chapters[0]?.sections.map(({id}) => id)[1]).toBe('sec-1-1')
  expect(files.flatMap((file) => file.messages)).toEqual([])
})

const reserved = [
  'agenda',
  'colophon',
  'cover',
  'half-title',
  'imprint',
  'lecture-plan',
  'page-plan',
  'title',
  'toc',
  'Toc',
]

test.each(reserved)('a chapter in a file called %s has an id that is none of lectern’s own', (name) => {
  const {ids, messages} = idsOf([`${name}.md`, 'other.md'])
  expect(messages).toEqual([])
  expect(ids[0]?.toLowerCase()).not.toBe(name.toLowerCase())
})

test('an author’s id that is one of lectern’s own is reported, and links to it lead there all the same', () => {
  const {course, files} = courseFrom(['# 章\n\n## 目录 {#toc}\n\n见[目录](#toc)。\n\n## 第七页 {#page-7}\n\n文。'])
  const [chapter] = course.chapters
  expect(files.flatMap((file) => file.messages.map(({ruleId}) => ruleId))).toEqual([
    'identifier-is-unique',
    'identifier-is-unique',
  ])
  const ids = chapter?.sections.map(({id}) => id) ?? []
  expect(ids).not.toContain('toc')
  const [block] = chapter?.sections[0]?.blocks ?? []
  expect(block?.type === 'prose' && block.children.find(({type}) => type === 'link')).toMatchObject({url: `#${ids[0]}`})
})

test('every id that outputs give to something of their own is known', async () => {
  const folders = ['src/book', 'src/pdf/book', 'src/slides']
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`),
    ),
  )
  const sources = await Promise.all(files.flat().map((file) => readFile(file, 'utf8')))
  const ids = sources.flatMap((source) =>
    Array.from(source.matchAll(/\bid: '(?<id>[a-z][\w-]*)'/gu), ({groups}) => groups?.['id'] ?? ''),
  )
  expect(ids.length).toBeGreaterThan(8)
  expect(ids.filter((id) => !isReservedId(id))).toEqual([])
})
