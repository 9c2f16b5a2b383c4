import {describe, expect, test} from 'vitest'
import type {Edition} from '../../src/model/output.ts'
import type {Slide} from '../../src/model/deck.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {courseFrom, type Surroundings} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {measureSlide, slidesOf} from '../support/slides-of.ts'

const items = (count: number) => Array.from({length: count}, (_, index) => `- 第 ${index} 项`).join('\n')
const notes = (said: string, minutes = '') => `:::notes${minutes}\n${said}\n:::`

/** What is said to each slide. */
const said = (slides: readonly Slide[]) =>
  slides.map((slide) => slide.notes.map((note) => JSON.stringify(note).match(/"value":"([^"]*)"/u)?.[1]).join('、'))

async function deckOf(markdown: string, surroundings: Surroundings = {}, edition: Edition = 'teacher') {
  const {course, files} = courseFrom([markdown], [], surroundings)
  const measure = (slides: readonly Slide[]) => Promise.resolve(slides.map((slide) => measureSlide(slide)))
  const byPath = new Map(files.map((file) => [file.path, file]))
  const {slides} = await projectDeck(course, edition, {density, files: byPath, measure})
  return slides
}

describe('speaker notes of a section that is cut', () => {
  test('stand on the page where the blocks before them begin', async () => {
    const section = `## 节\n\n${items(9)}\n\n${notes('甲')}\n\n一\n\n${items(8)}\n\n${notes('乙')}`
    expect(said(await slidesOf(section, 'teacher'))).toEqual(['甲', '乙'])
  })

  test('stand on the first page when there is one for all', async () => {
    expect(said(await slidesOf(`## 节\n\n${items(14)}\n\n${notes('甲')}`, 'teacher'))).toEqual(['甲', ''])
    expect(said(await slidesOf(`## 节\n\n${notes('甲')}\n\n${items(14)}`, 'teacher'))).toEqual(['甲', ''])
  })

  test('stand together on a page that holds the blocks of both', async () => {
    const section = `## 节\n\n一\n\n${notes('甲')}\n\n${items(3)}\n\n${notes('乙')}`
    expect(said(await slidesOf(section, 'teacher'))).toEqual(['甲、乙'])
  })

  test('give their minutes to their own pages', async () => {
    const section = `## 节\n\n${items(9)}\n\n${notes('甲', '{minutes=2}')}\n\n一\n\n${items(16)}\n\n${notes('乙', '{minutes=0.5}')}`
    const slides = await slidesOf(section, 'teacher')
    expect(said(slides)).toEqual(['甲', '乙', ''])
    expect(slides.map(({seconds}) => seconds)).toEqual([120, 15, 15])
  })
})

describe('what is said to slides that nobody wrote', () => {
  const opening = (slides: readonly Slide[]) => slides.filter(({chapter}) => chapter !== '')

  test('to a chapter: notes before its text; those after go with the text', async () => {
    const slides = opening(await deckOf(`# 章\n\n${notes('目标')}\n\n一句话。\n\n${notes('问题')}\n`))
    expect(slides.map(({layout}) => layout)).toEqual(['chapter', 'roomy'])
    expect(said(slides)).toEqual(['目标', '问题'])
  })

  test('to a chapter without text: all its notes', async () => {
    expect(said(opening(await deckOf(`# 章\n\n${notes('目标')}\n`)))).toEqual(['目标'])
  })

  test('with a footnote have it in full beside the slide, for the teacher alone', async () => {
    const markdown = `# 章\n\n${notes('甲[^a]')}\n\n## 节\n\n一\n\n${notes('乙[^b]')}\n\n[^a]: 注\n\n[^b]: 又\n`
    const footnotes = async (edition: Edition) =>
      (await deckOf(markdown, {}, edition)).flatMap((slide) => slide.footnotes.map(({footnote}) => footnote.identifier))
    expect(await footnotes('teacher')).toEqual(['a', 'b'])
    expect(await footnotes('student')).toEqual([])
  })

  test('to a heading with only sections below: its notes', async () => {
    const slides = await slidesOf(`## 上\n\n${notes('三件事')}\n\n### 下\n\n文\n`, 'teacher')
    expect(slides.map(({layout}) => layout)).toEqual(['section', 'roomy'])
    expect(said(slides)).toEqual(['三件事', ''])
  })

  test('to the contents: the lectures with their minutes, for the teacher alone', async () => {
    const lectures = [{title: '第一讲', minutes: 45, from: 'one', line: 1}]
    const chapter = '---\nid: one\n---\n\n# 章\n\n一\n'
    const teacher = await deckOf(chapter, {head: {lectures}})
    expect(said(teacher.filter(({id}) => id === 'agenda'))).toEqual(['第一讲　45′'])
    const student = await deckOf(chapter, {head: {lectures}}, 'student')
    expect(said(student.filter(({id}) => id === 'agenda'))).toEqual([''])
  })
})

describe('works cited', () => {
  const works = [{id: 'zhou2016', type: 'book', title: '机器学习', issued: {'date-parts': [[2016]]}}] as const
  const chapter = '# 章\n\n## 节\n\n一[@zhou2016]。\n'
  const ofBibliography = (slides: readonly Slide[]) => slides.filter(({chapter: id}) => id === 'back-bibliography')

  test('are the reading text of one slide, and take no time', async () => {
    const slides = ofBibliography(await deckOf(chapter, {works: [...works]}))
    expect(slides.map(({layout}) => layout)).toEqual(['chapter'])
    expect(slides[0]?.reading.map(({type}) => type)).toEqual(['list'])
    expect(slides[0]?.seconds).toBe(15)
  })

  test('are on slides when everything is', async () => {
    const slides = ofBibliography(await deckOf(chapter, {works: [...works], head: {slideMode: 'full'}}))
    expect(slides.map(({items: {length}}) => length)).toEqual([0, 1])
  })
})
