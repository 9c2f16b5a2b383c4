import {readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {toString} from 'mdast-util-to-string'
import {allBlocks} from '../../src/model/walk.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {generatedChapters} from '../support/generated-chapters.ts'

const folder = 'test/fixtures/wild'
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.md'))

describe('chapters that were not written for lectern', () => {
  test.each(fixtures)('%s says what is wrong and where', async (name) => {
    const {files} = courseFrom([readFileSync(`${folder}/${name}`, 'utf8')], [svgResource('图片/流程 图.svg')])
    const messages = files.flatMap((file) => file.messages)
    expect(messages.every(({line, ruleId}) => line !== undefined && ruleId !== undefined)).toBe(true)
    const report = messages.map(({column, line, reason, ruleId}) => `${line}:${column} ${ruleId} ${reason}\n`).join('')
    await expect(report).toMatchFileSnapshot(`../fixtures/wild/${name.replace(/\.md$/u, '.txt')}`)
  })

  test.each(Object.keys(generatedChapters))('%s', (name) => {
    const {course, files} = courseFrom([generatedChapters[name]?.() ?? ''])
    const [chapter] = course.chapters
    expect(chapter && toString([...chapter.title])).not.toBe('')
    const isRefused = files[0]?.messages.some(({ruleId}) => ruleId === 'chapter-has-bearable-size')
    expect(chapter && [...allBlocks(chapter)].length > 0 !== isRefused).toBe(true)
    expect(files[0]?.messages.every(({line}) => line !== undefined)).toBe(true)
  })
})
