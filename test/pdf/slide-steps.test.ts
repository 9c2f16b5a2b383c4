import type {Element} from 'hast'
import {h} from 'hastscript'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {countSteps, showSteps} from '../../src/html/slide/slide-steps.ts'

const list = () =>
  h('div', [
    h(
      'ul',
      ['一', '二', '三'].map((text) => h('li.fragment', text)),
    ),
  ])
const listing = () =>
  h('figure.listing', [
    ...[0, 1, 2].map((line) => h('span.line', String(line))),
    h('span.code-step', {dataLines: '0'}),
    h('span.fragment.code-step', {dataLines: '1 2'}),
  ])

function found(root: Element, name: string): Element[] {
  const elements: Element[] = []
  visit(root, 'element', (element) => {
    if (element.properties['className']?.includes(name)) elements.push(element)
  })
  return elements
}

describe('the steps of a slide on paper', () => {
  test.each([
    [0, [true, true, true]],
    [2, [false, false, true]],
    [3, [false, false, false]],
  ])('after %i what comes later is not seen', (shown, hidden) => {
    const slide = list()
    expect(countSteps(slide)).toBe(3)
    showSteps(slide, shown)
    expect(found(slide, 'fragment').map(({properties}) => properties['style'] === 'visibility:hidden')).toEqual(hidden)
  })

  test.each([
    [0, ['1', '2']],
    [1, ['0']],
  ])('after %i the lines of a listing that its step does not bring out are dim', (shown, dim) => {
    const slide = h('div', [listing()])
    showSteps(slide, shown)
    expect(found(slide, 'dimmed').map(({children}) => (children[0] as {value: string}).value)).toEqual(dim)
  })

  test('a listing without steps is never dim', () => {
    const slide = h('div', [h('figure.listing', [h('span.line', 'x')]), list()])
    showSteps(slide, 0)
    expect(found(slide, 'dimmed')).toEqual([])
  })
})
