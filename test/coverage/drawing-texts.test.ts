import {expect, test} from 'vitest'
import {drawingTexts} from '../../src/coverage/drawing-texts.ts'
import {checkFigures} from '../../src/coverage/slides/check-figures.ts'
import {inlineSvg} from '../../src/html/image/inline-svg.ts'
import {courseFrom} from '../support/course-from.ts'

const read = (content: string) => {
  const contents = new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`)
  const {course} = courseFrom(['# 章\n\n![图](a.svg)\n'], [{path: 'a.svg', mediaType: 'image/svg+xml', contents}])
  return {drawings: drawingTexts(course), svg: inlineSvg(new TextDecoder().decode(contents), 'f')?.svg}
}

test.each([
  ['<a href="#x"><text>甲</text></a><rect/>', '甲', '甲', 2],
  ['<switch><foreignObject><p>乙</p></foreignObject><text>甲</text></switch>', '甲', '甲', 1],
  ['<switch><g/><text>Text is not SVG</text></switch><rect/>', '', '', 1],
  ['<switch><text systemLanguage="en">a</text><text>甲</text></switch>', '甲', '甲', 1],
  [
    '<g style="fill:red; display: none"><text>甲</text></g><text display="none">乙</text><text>丙</text>',
    '甲乙丙',
    '丙',
    3,
  ],
  ['<metadata><x/></metadata><style>text{fill:red}</style><text>甲</text>', '甲', '甲', 1],
])('%s says the same in its file and in a page', (content, ...said) => {
  const [text, seen, parts] = said
  const {drawings, svg} = read(content)
  expect(drawings).toMatchObject([{text, seen, parts}])
  const block = drawings[0]?.block ?? ''
  const image = {
    type: 'element' as const,
    tagName: 'div',
    properties: {className: ['figure-image']},
    children: svg ? [svg] : [],
  }
  const figure = {type: 'element' as const, tagName: 'figure', properties: {dataBlock: block}, children: [image]}
  expect(checkFigures({type: 'root', children: [figure]}, drawings)).toEqual([])
})
