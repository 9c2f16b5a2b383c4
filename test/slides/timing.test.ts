import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import type {Lecture} from '../../src/model/course.ts'
import type {Slide} from '../../src/model/deck.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {courseFrom} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {measureSlide, slidesOf} from '../support/slides-of.ts'

const seconds = (slides: readonly Slide[]) => slides.map((slide) => slide.seconds)

describe('the time of a slide', () => {
  test('is that of its notes, read aloud', async () => {
    const notes = `:::notes\n${'字'.repeat(240)}\n:::`
    expect(seconds(await slidesOf(`## 节\n\n一\n\n${notes}\n`, 'teacher'))).toEqual([60])
  })

  test('without notes is that of its full text, and half a minute for a picture', async () => {
    const long = `第一句很短。${'字'.repeat(235)}`
    expect(seconds(await slidesOf(`## 节\n\n${long}\n`))).toEqual([60])
    expect(seconds(await slidesOf(`## 节\n\n${long}\n\n$$\nx\n$$\n`))).toEqual([90])
    expect(seconds(await slidesOf('## 节\n\n一\n'))).toEqual([15])
  })

  test('is what the author gives its notes, shared by the parts of the slide', async () => {
    const items = Array.from({length: 14}, (_, index) => `- 第 ${index} 项`).join('\n')
    const slides = await slidesOf(`## 节\n\n${items}\n\n:::notes{minutes=6}\n讲\n:::\n`, 'teacher')
    expect(slides).toHaveLength(2)
    expect(seconds(slides).reduce((sum, one) => sum + one, 0)).toBe(360)
  })

  test('is shared in a section with a time of its own', async () => {
    const slides = await slidesOf('## 节 {timing=100}\n\n一\n\n---\n\n二\n')
    expect(seconds(slides)).toEqual([50, 50])
  })
})

describe('a lecture that is longer than planned', () => {
  const warnings = async (minutes: number): Promise<string[]> => {
    const {course, files} = courseFrom([
      `---\nminutes: ${minutes}\n---\n\n# 章\n\n## 节\n\n:::notes{minutes=50}\n讲\n:::\n\n一\n`,
    ])
    const measure = (slides: readonly Slide[]) => Promise.resolve(slides.map((slide) => measureSlide(slide)))
    for (const edition of ['student', 'teacher'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      await projectDeck(course, edition, {density, files: new Map(files.map((file) => [file.path, file])), measure})
    }
    return files.flatMap((file) => file.messages.map(({reason, ruleId}) => `${ruleId} ${reason}`))
  }

  test('is a warning, once', async () => {
    expect(await warnings(40)).toEqual([
      'lecture-fits-time 这一讲约需 50 分钟，计划 40 分钟 / Unexpected length of 50 minutes, expected 40',
    ])
    expect(await warnings(46)).toEqual([])
  })
})

describe('the plan of lectures in course.yml', () => {
  const lectures = (minutes: readonly [number, number], from = 'sec-1-2'): readonly Lecture[] => [
    {title: '第一讲', minutes: minutes[0], from: 'one', line: 7},
    {title: '第二讲', minutes: minutes[1], from, line: 8},
  ]
  const reported = async (plan: readonly Lecture[]): Promise<string[]> => {
    const {course} = courseFrom(
      [
        '---\nid: one\n---\n\n# 章\n\n## 甲\n\n:::notes{minutes=30}\n讲\n:::\n\n一\n\n## 乙\n\n:::notes{minutes=20}\n讲\n:::\n\n二\n',
      ],
      [],
      {head: {lectures: plan}},
    )
    const file = new VFile({path: 'course.yml'})
    const measure = (slides: readonly Slide[]) => Promise.resolve(slides.map((slide) => measureSlide(slide)))
    await projectDeck(course, 'teacher', {density, measure, files: new Map([['course.yml', file]])})
    return file.messages.map(({line, ruleId}) => `${line} ${ruleId}`)
  }

  test('is kept', async () => {
    expect(await reported(lectures([30, 20]))).toEqual([])
  })

  test('is compared with each lecture, also when it leaves time over', async () => {
    expect(await reported(lectures([20, 20]))).toEqual(['7 lecture-fits-time'])
    expect(await reported(lectures([30, 45]))).toEqual(['8 lecture-fits-time'])
  })

  test('begins lectures with slides that there are', async () => {
    expect(await reported(lectures([50, 20], 'sec-9-9'))).toEqual(['8 reference-resolves'])
  })
})
