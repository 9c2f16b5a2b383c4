import type {Element, ElementContent} from 'hast'
import * as fc from 'fast-check'
import {toString} from 'hast-util-to-string'
import {expect, test} from 'vitest'
import {classNames} from '../../src/html/class-names.ts'
import {countSteps, showSteps} from '../../src/html/slide/slide-steps.ts'
import type {Course} from '../../src/model/course.ts'
import type {Slide, SlideMeasure} from '../../src/model/deck.ts'
import {countUnits, excerptBlock} from '../../src/model/slice-block.ts'
import {projectDeck} from '../../src/slides/project-deck.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {density} from '../support/density.ts'
import {renderSlideOf} from '../support/render-slide-of.ts'
import {pausedSections, writePaused, type Sentence} from '../support/paused-section.ts'

/** Every box of a slide as it is rendered, with its height from a list that is made up. */
function measureBy(heights: readonly number[], course: Course): (slide: Slide) => SlideMeasure {
  return (slide) => {
    let box = 0
    let top = 0
    const next = () => heights[box++ % heights.length] ?? 0
    const items = boxesOf(slide, course).map((element) => {
      const start = top
      const parts = Array.from({length: partsIn(element)}, () => {
        const from = top
        top += next()
        return {top: from, bottom: top}
      })
      if (parts.length === 0) top += next()
      const frame = parts.length > 0 ? {above: 20, below: 5} : {above: 0, below: 0}
      return {top: start, bottom: top, ...frame, columns: [], floor: 0.64, widthScale: 1, parts}
    })
    const notes = Object.fromEntries(slide.pageNotes.map(({id}) => [id, 40]))
    return {width: 1000, available: 500, used: top, items, notes, notesFrame: slide.pageNotes.length > 0 ? 20 : 0}
  }
}

/** What stands in the body of a slide. */
function boxesOf(slide: Slide, course: Course): Element[] {
  const body = elementsIn(renderSlideOf(slide, course).box).find((child) => classNames(child).includes('slide-body'))
  return body ? elementsIn(body) : []
}

const elementsIn = ({children}: Element): Element[] => children.filter((child) => child.type === 'element')

const containers = new Set('callout theorem exercise hint details solution incremental glossary'.split(' '))

/** The parts of a box that may be cut, counted in the markup as the measuring page counts them in the layout. */
function partsIn(element: Element): number {
  const {tagName} = element
  const own = elementsIn(element)
  const names = classNames(element)
  if (names.includes('listing')) return linesIn(element)
  if (tagName === 'dl') return own.length
  if (tagName === 'table') return own.filter((child) => child.tagName === 'tbody').flatMap(elementsIn).length
  if (isList(element)) return own.reduce((sum, item) => sum + partsOfItem(item), 0)
  if (tagName !== 'blockquote' && !names.some((name) => containers.has(name))) return 0
  const children = own.filter((child) => !classNames(child).includes('container-title'))
  return children.reduce((sum, child) => sum + (partsIn(child) || 1), 0)
}

function partsOfItem(item: Element): number {
  const last = elementsIn(item).at(-1)
  return (last && isList(last) ? partsIn(last) : 0) || 1
}

const isList = ({tagName}: Element) => tagName === 'ul' || tagName === 'ol'

const linesIn = (element: Element): number =>
  elementsIn(element).reduce((sum, child) => sum + (classNames(child).includes('line') ? 1 : linesIn(child)), 0)

interface Projected {
  readonly course: Course
  readonly slides: readonly Slide[]
}

async function project(markdown: string, heights: readonly number[]): Promise<Projected> {
  const {course, files} = courseFrom([markdown], [svgResource('a.svg')])
  const measureOne = measureBy(heights, course)
  const {slides} = await projectDeck(course, 'teacher', {
    density,
    files: new Map(files.map((file) => [file.path, file])),
    measure: (all) => Promise.resolve(all.map((slide) => measureOne(slide))),
  })
  return {course, slides: slides.filter(({section}) => section !== '')}
}

const said = (text: string) => text.match(/甲\d+乙/gu) ?? []

/** What can be seen of a slide, one text. */
function seen(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  if (node.properties['style']?.includes('visibility:hidden')) return ''
  return node.children.map((child) => seen(child)).join('')
}

const hasCodeSteps = (element: Element): boolean =>
  classNames(element).includes('code-step') ||
  element.children.some((child) => child.type === 'element' && hasCodeSteps(child))

/** What is seen after each step, from the first state on. */
function statesOf(slide: Slide, course: Course): string[][] {
  const steps = countSteps(renderSlideOf(slide, course).box)
  return Array.from({length: steps + 1}, (_, shown) => {
    const {box} = renderSlideOf(slide, course)
    showSteps(box, shown)
    return said(seen(box))
  })
}

const chapters = fc.array(pausedSections, {minLength: 1, maxLength: 3})
const heights = fc.array(fc.integer({min: 5, max: 560}), {minLength: 1, maxLength: 12})

test('pauses, breaks and steps at any place lose nothing: each sentence is on one slide, or beside one, in its order', async () => {
  await fc.assert(
    fc.asyncProperty(chapters, heights, async (sections, all) => {
      const {markdown, sentences} = writePaused(sections)
      const {course, slides} = await project(markdown, all)
      for (const slide of slides.filter(({layout}) => layout !== 'section'))
        expect(boxesOf(slide, course)).toHaveLength(slide.items.length)
      const rendered = slides.map((slide) => renderSlideOf(slide, course))
      const onSlides = rendered.flatMap(({box}) => said(toString(box)))
      const beside = rendered.flatMap(({reading}) => said(reading.map((one) => toString(one)).join('')))
      const texts = sentences.map(({text}) => text)
      expect(onSlides).toEqual(texts.filter((text) => onSlides.includes(text)))
      expect(beside).toEqual(texts.filter((text) => beside.includes(text)))
      expect(texts.filter((text) => !onSlides.includes(text) && !beside.includes(text))).toEqual([])
      expect(sentences.filter(({isSure, text}) => isSure && !onSlides.includes(text))).toEqual([])
    }),
    {numRuns: 60},
  )
})

test('a block falls into as many units in the model as it has parts on the page, wherever pauses stand in it', async () => {
  await fc.assert(
    fc.asyncProperty(chapters, async (sections) => {
      const {course, slides} = await project(writePaused(sections).markdown, [1])
      for (const slide of slides.filter(({layout}) => layout !== 'section'))
        for (const [index, box] of boxesOf(slide, course).entries()) {
          const block = slide.items[index]?.block
          if (block && partsIn(box) > 0)
            expect([block.type, partsIn(box)]).toEqual([block.type, countUnits(excerptBlock(block))])
        }
    }),
    {numRuns: 60},
  )
})

test('every step shows something, a slide that goes on begins with something, and what follows a pause comes after it', async () => {
  await fc.assert(
    fc.asyncProperty(chapters, heights, async (sections, all) => {
      const {markdown, sentences} = writePaused(sections)
      const {course, slides} = await project(markdown, all)
      for (const slide of slides) {
        const states = statesOf(slide, course)
        const {box} = renderSlideOf(slide, course)
        expect(states.at(-1)).toEqual(said(toString(box)))
        if (slide.part.index > 1 && isSaid(slide) && states.at(-1)?.length) expect(states[0]).not.toEqual([])
        if (!hasCodeSteps(box) && slide.items.every((item) => isSaid({items: [item]})))
          for (const [step, state] of states.slice(1).entries())
            expect(state.length).toBeGreaterThan(states[step]?.length ?? 0)
        expectOrder(states, sentences)
      }
    }),
    {numRuns: 60},
  )
})

/** A figure and a formula are seen, and say nothing here. */
const isSaid = ({items}: Pick<Slide, 'items'>) => !JSON.stringify(items).includes('"equation"')

function expectOrder(states: readonly (readonly string[])[], sentences: readonly Sentence[]): void {
  const stepOf = (text: string) => states.findIndex((state) => state.includes(text))
  const own = sentences.filter(({text}) => states.at(-1)?.includes(text))
  for (const [index, one] of own.entries()) {
    const next = own[index + 1]
    if (!next) continue
    const [before, after] = [stepOf(one.text), stepOf(next.text)]
    if (next.pauses > one.pauses) expect([one.text, next.text, after > before]).toEqual([one.text, next.text, true])
    else if (!one.isIncremental && !next.isIncremental && next.pauses === one.pauses)
      expect([next.text, after]).toEqual([next.text, before])
  }
}
