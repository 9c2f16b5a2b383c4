import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {loadSyllabus} from '../../src/config/load-syllabus.ts'
import {courseFrom} from '../support/course-from.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-syllabus-'))
})

afterEach(async () => {
  await rm(folder, {recursive: true, force: true})
})

async function messagesOf(syllabusText: string, chapter: string | readonly string[]): Promise<string[]> {
  await writeFile(path.join(folder, 'syllabus.yml'), syllabusText)
  const syllabus = await loadSyllabus(folder)
  const {files} = courseFrom([chapter], [], syllabus ? {syllabus} : {})
  const all = [...files, ...(syllabus ? [syllabus.file] : [])]
  return all.flatMap((file) => file.messages.map(({fatal, line, ruleId}) => `${file.path}:${line} ${fatal} ${ruleId}`))
}

const syllabus = `topics:
  - {id: t.one, title: 一}
objectives:
  - {id: obj-all, text: 全课的目标}
`
const chapter = `---
id: one
objectives:
  - {id: obj-1, text: 本章的目标}
covers: [t.one]
---

# 一

## 节 {teaches="obj-1 obj-all"}

:::exercise{tests="obj-1"}
题
:::

:::quiz{tests="obj-all"}
- [x] 对
:::
`

test('what is taught, tested and covered has no message', async () => {
  expect(await messagesOf(syllabus, chapter)).toEqual([])
})

test.each([
  ['covers: [t.one]', 'covers: [t.won]', ['01.md:5 true topic-is-known', 'syllabus.yml:2 false topic-is-covered']],
  ['teaches="obj-1 obj-all"', 'teaches="obj-1"', ['syllabus.yml:4 false objective-is-covered']],
  ['tests="obj-1"', 'tests="obj-2"', ['01.md:12 true objective-is-known', '01.md:4 false objective-is-exercised']],
])('%s written as %s', async (from, to, expected) => {
  expect(await messagesOf(syllabus, chapter.replace(from, to))).toEqual(expected)
})

test('a syllabus that is none is told with its line', async () => {
  expect(await messagesOf('topics:\n  - {title: 一}\n', '# 一\n')).toEqual([
    'syllabus.yml:2 true front-matter-is-valid',
  ])
})

test('without a syllabus nothing has to be covered', () => {
  const {files} = courseFrom([chapter])
  expect(files[0]?.messages).toEqual([])
})

test('objectives and topics of a later file are the chapter’s, and are reported in that file', async () => {
  const later = '---\nobjectives:\n  - {id: obj-late, text: 后面的目标}\ncovers: [t.one]\n---\n\n# 二\n'
  expect(await messagesOf('topics:\n  - {id: t.one, title: 一}\n', ['# 一\n', later])).toEqual([
    '02.md:3 false objective-is-covered',
    '02.md:3 false objective-is-exercised',
  ])
})
