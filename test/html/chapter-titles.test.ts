import type {Element} from 'hast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {namesHeading} from '../../src/coverage/names-heading.ts'
import {agendaList} from '../../src/slides/generated-lists.ts'
import {plainTitle} from '../../src/model/plain-title.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {decksOf} from '../support/deck-of.ts'
import {renderSlideOf} from '../support/render-slide-of.ts'

const linked = '[![The logo](a.svg) Redux](https://example.org)'

function headingOf(box: Element): Element | undefined {
  let found: Element | undefined
  visit(box, 'element', (element) => {
    if (element.tagName === 'h2') found ??= element
  })
  return found
}

test('a heading of a slide says what its bookmark is called where it is more than text, that of a chapter too', async () => {
  const {course, decks} = await decksOf([`# ${linked}\n\n## ${linked} and more\n\n文。`, '# 乙\n\n## 丙\n\n文。'])
  const headings = decks.student.slides
    .filter(({chapter}) => chapter !== '')
    .map((slide) => headingOf(renderSlideOf(slide, course).box)?.properties['dataTitle'])
  expect(headings).toEqual(['Redux', 'Redux and more', undefined, undefined])
})

test('the agenda has the words of a title, without its link and its picture', () => {
  const {course} = courseFrom([`# ${linked}\n\n文。`, '# ![Only the logo](a.svg)\n\n文。'], [svgResource('a.svg')])
  const titles = agendaList(course).items.map(({blocks: [block]}) => {
    const [, link] = block?.type === 'prose' ? block.children : []
    return link?.type === 'link' ? link.children : []
  })
  expect(titles).toMatchObject([[{type: 'text', value: ' Redux'}], [{type: 'text', value: 'Only the logo'}]])
})

test('a title of pictures alone is called by what they show, in contents and in their check', () => {
  const {course} = courseFrom(['# ![Only the logo](a.svg)\n\n文。'], [svgResource('a.svg')])
  const title = course.chapters[0]?.title ?? []
  expect(plainTitle(title)).toBe('Only the logo')
  expect(namesHeading('1 Only the logo', {number: '1', title}, course)).toBe(true)
  expect(namesHeading('1', {number: '1', title}, course)).toBe(false)
  expect(
    namesHeading(
      'Redux',
      {number: '', title: courseFrom([`# ${linked}`], [svgResource('a.svg')]).course.chapters[0]?.title ?? []},
      course,
    ),
  ).toBe(true)
})
