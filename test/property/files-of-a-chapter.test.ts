import * as fc from 'fast-check'
import {expect, test} from 'vitest'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import type {Chapter, Course} from '../../src/model/course.ts'
import {courseFrom} from '../support/course-from.ts'

/** What stands in a section; `$` is for a name that the section has alone, `%` for one that its file has alone. */
const snippets = [
  '一段**粗体**文字，含 $x$ 和 `code`。',
  '同样的一段',
  '- 项\n- 项',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '```python {#lst-$}\nprint(1)\n```',
  '$$\nx\n$$ {#eq-$}',
  '> [!NOTE]\n> 说明',
  ':::exercise{#exr-$}\n题\n:::\n\n:::solution{for="exr-$"}\n解\n:::',
  ':::only{in="book"}\n只在书里\n:::',
  '::: notes\n备注\n:::',
  '<div><p>原始</p></div>',
  '<a id="at-$"></a>这里，见[那里](#at-$)。',
  '文[^%]。\n\n[^%]: 注 $。',
  '词[^%-b]。\n\n[^%-b]: 又见[^%-c]。\n\n[^%-c]: 里面的 $。',
  '---',
  '. . .',
  '### 小节 $',
  '### 小节 {#sec-$ slides=reading}',
  '[词][%]。\n\n[%]: https://example.org/$',
]

interface Written {
  readonly text: string
  /** Whether another file begins with the section. */
  readonly begins: boolean
  /** Whether that has a heading of the first rank. */
  readonly isTitled: boolean
}

const section: fc.Arbitrary<Written> = fc.record({
  text: fc
    .uniqueArray(fc.constantFrom(...snippets), {maxLength: 6})
    .map((parts) => ['## 节 $', ...parts, ''].join('\n\n')),
  begins: fc.boolean(),
  isTitled: fc.boolean(),
})

/** The chapter as one file, and as several; of each of these where it begins in the one. */
function write(sections: readonly Written[]): {whole: string; files: string[]; starts: number[]} {
  let whole = '# 章\n\n开头。\n\n'
  const files = [whole]
  const starts = [1]
  let [inFile, isTitled] = [0, false]
  for (const [index, {begins, isTitled: hasTitle, text}] of sections.entries()) {
    const named = text.replaceAll('$', `s${index}`)
    if (begins) {
      starts.push(whole.split('\n').length)
      files.push('')
      ;[inFile, isTitled] = [0, hasTitle]
    }
    inFile++
    whole += named.replaceAll('%', `n${index}`)
    const own = named.replaceAll('%', `n${inFile}`)
    files[files.length - 1] += isTitled ? own.replaceAll(/^#(?=#)/gmu, '') : own
  }
  return {whole, files, starts}
}

/** All of a course but places and the names of footnotes. */
function modelOf({chapters, references, terms}: Course): unknown {
  const passedOver = new Set(['laterFiles', 'line', 'position', 'sourcePath'])
  const plain = (chapter: Chapter): unknown => {
    const numbers = new Map(chapter.footnotes.map(({identifier, number}) => [identifier, number]))
    const withNumber = (value: object) =>
      'identifier' in value
        ? {...value, identifier: numbers.get(String(value.identifier)), ...('label' in value ? {label: ''} : {})}
        : value
    const kept = (key: string, value: unknown) =>
      passedOver.has(key) ? undefined : typeof value === 'object' && value !== null ? withNumber(value) : value
    return JSON.parse(JSON.stringify(chapter, kept))
  }
  return {chapters: chapters.map((chapter) => plain(chapter)), references: [...references], terms: [...terms]}
}

test('a chapter is the same whether its sections are in one file or in several, each of which knows its lines', () => {
  fc.assert(
    fc.property(fc.array(section, {minLength: 1, maxLength: 6}), (sections) => {
      const {files, starts, whole} = write(sections)
      const paths = ['ch.md', ...files.slice(1).map((_file, index) => `${index}.md`)]
      const one = courseFrom([whole], [], {paths}).course
      const {course} = courseFrom([files], [], {paths})
      expect(modelOf(course)).toEqual(modelOf(one))
      const places = (of: Course) => expectedUnits(of).map(({line, sourcePath}) => ({line, sourcePath}))
      const expected = places(one).map(({line}) => {
        const file = starts.findLastIndex((start) => start <= line)
        return {line: line - (starts[file] ?? 1) + 1, sourcePath: paths[file]}
      })
      expect(places(course)).toEqual(expected)
    }),
    {numRuns: 200},
  )
})
