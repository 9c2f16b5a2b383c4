import type {Element, Properties} from 'hast'
import {toString} from 'hast-util-to-string'

/** What draws, and what drawing refers to: nothing that runs, moves or brings in a document of its own. */
export const drawingElements: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use title desc rect circle ellipse line polyline polygon path text tspan textPath marker ' +
    'linearGradient radialGradient stop clipPath mask pattern image filter feBlend feColorMatrix feComponentTransfer ' +
    'feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA ' +
    'feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight ' +
    'feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

/** What a drawing looks the same without: style sheets are read beforehand, and editors note things for themselves. */
export function saysNothing({children, tagName}: Element): boolean {
  if (tagName === 'foreignObject') return !children.some((child) => child.type === 'element')
  return ['metadata', 'style', 'view'].includes(tagName) || tagName.includes(':')
}

const isElement = (child: Element['children'][number]): child is Element => child.type === 'element'

export interface Choice {
  readonly element?: Element
  /** Words that only the other ways of drawing it have. */
  readonly lostWords: string
}

/**
 * Of the ways of drawing that a `<switch>` offers the first without HTML, as for a program that knows only SVG; one for
 * some language only where there is none for all.
 */
export function chooseFrom({children}: Element): Choice {
  const ways = children.filter((child) => isElement(child))
  const drawn = ways.filter((way) => way.tagName !== 'foreignObject')
  const element = drawn.find(({properties}) => !isForLanguage(properties)) ?? drawn[0]
  if (!element) return {lostWords: wordsOf(ways[0])}
  const foreign = ways.slice(0, ways.indexOf(element)).find(({tagName}) => tagName === 'foreignObject')
  const words = wordsOf(foreign)
  // A picture in its place may show any words.
  const isKept = element.tagName === 'image' || wordsOf(element) === words
  return {element, lostWords: isKept ? '' : words}
}

const isForLanguage = (properties: Properties) =>
  Object.keys(properties).some((name) => name.toLowerCase() === 'systemlanguage')

const wordsOf = (element: Element | undefined) => (element ? toString(element).replaceAll(/\s+/gu, '') : '')
