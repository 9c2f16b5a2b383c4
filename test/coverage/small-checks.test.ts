import {fromHtml} from 'hast-util-from-html'
import {fromXml} from 'xast-util-from-xml'
import {describe, expect, test} from 'vitest'
import {checkPagePlaces} from '../../src/coverage/check-page-places.ts'
import {readPagePlaces} from '../../src/coverage/epub/read-page-places.ts'
import {checkNoteNumbers} from '../../src/coverage/notes/check-note-numbers.ts'
import {checkAsides} from '../../src/coverage/slides/check-asides.ts'
import {checkImages} from '../../src/coverage/slides/check-images.ts'
import {checkStyleSheets} from '../../src/coverage/slides/check-style-sheets.ts'
import type {Course} from '../../src/model/course.ts'
import type {ArtifactObservation, ContentUnit, Observation} from '../../src/model/coverage.ts'

test('a style sheet that was cut off is told', () => {
  const sheet = 'a { color: red } /* } */ b::before { content: "}"; background: url(data:,x;) }'
  const check = (source: string) => checkStyleSheets(new Map([['assets/theme.css', Buffer.from(source)]]), 'deck/')
  expect(check(sheet)).toEqual([])
  expect(check(sheet.slice(0, 12))).toHaveLength(1)
  expect(check('')).toHaveLength(1)
})

test('an image of a deck that no page shows is told', () => {
  const page = fromHtml(
    '<img src="media/a.png"><section data-background-image="url(media/b.jpg)"></section><pre>media/d.png</pre>',
  )
  const files = ['index.html', 'media/a.png', 'media/b.jpg'].map((name) => [name, new Uint8Array()] as const)
  const check = (...more: readonly string[]) => {
    const all = new Map([...files, ...more.map((name) => [name, new Uint8Array()] as const)])
    return checkImages(all, new Map([['index.html', page]]), 'deck/').map(({reason}) => reason)
  }
  expect(check()).toEqual([])
  expect(check('media/c.png', 'media/d.png')).toEqual([
    expect.stringContaining('deck/media/c.png'),
    expect.stringContaining('deck/media/d.png'),
  ])
})

test('a mark and a note bear the number that the course gives', () => {
  const course = {chapters: [{footnotes: [{id: 'n', number: 1}]}]} as unknown as Course
  expect(
    checkNoteNumbers(
      [
        {id: 'n', number: '1'},
        {id: 'other', number: '7'},
      ],
      course,
    ),
  ).toEqual([])
  expect(
    checkNoteNumbers(
      [
        {id: 'n', number: '2'},
        {id: 'n', number: ''},
      ],
      course,
    ),
  ).toHaveLength(2)
})

describe('a reading text', () => {
  const units = ['a', 'b'].map((id) => ({id, kind: 'prose'}) as ContentUnit)
  const check = (inner: string) =>
    checkAsides(
      fromHtml(`<aside><div class="reading-text"><h2 class="reading-title">t</h2>${inner}</div></aside>`),
      units,
    )
  const [a, b] = ['<p data-block="a">甲</p>', '<p data-block="b">乙</p>']

  test('has its blocks in their order, each once, and nothing else', () => {
    expect(check(a + b)).toEqual([])
    expect(check(b + a).map(({ruleId}) => ruleId)).toEqual(['block-is-in-place'])
    expect(check(a + b + b).map(({ruleId}) => ruleId)).toEqual(['block-is-in-place'])
    expect(check(`${a}${b}<p>丙</p>`).map(({ruleId}) => ruleId)).toEqual(['nothing-is-added'])
  })
})

describe('pages of the printed book in an e-book', () => {
  const at = (xml: string) => readPagePlaces(new Map([['a.xhtml', fromXml(xml)]]))
  const mark = (page: number) =>
    `<i xmlns:epub="http://www.idpf.org/2007/ops" id="page-${page}" epub:type="pagebreak"/>`

  test('are those that are open where a block begins, or begin in it before any word', () => {
    const places = at(`<b>${mark(1)}<p id="a">甲</p>${mark(2)}<p id="b">乙</p><p id="c">${mark(3)}丙</p></b>`)
    expect(places?.get('a')).toEqual({from: '1', to: '1'})
    expect(places?.get('b')).toEqual({from: '2', to: '2'})
    expect(places?.get('c')).toEqual({from: '2', to: '3'})
    expect(at('<b><p id="a">甲</p></b>')).toBeUndefined()
  })

  test('are the same in the book', () => {
    const book = (pages: ArtifactObservation['pages']) =>
      ({target: {output: 'epub', edition: 'student'}, pages}) as ArtifactObservation
    const observations = [{unit: 'a', locator: 'p.2'} as Observation]
    const print = {target: {output: 'pdf', edition: 'student'}, observations} as unknown as ArtifactObservation
    const check = (from: string, to: string) => checkPagePlaces([book(new Map([['a', {from, to}]])), print], 'student')
    expect(check('2', '2')).toEqual([])
    expect(check('1', '2')).toEqual([])
    expect(check('1', '1').map(({ruleId}) => ruleId)).toEqual(['page-number-is-right'])
    expect(checkPagePlaces([print], 'student')).toEqual([])
  })
})
