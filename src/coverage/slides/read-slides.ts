import type {Element, ElementContent, Root} from 'hast'
import {SKIP, visit} from 'unist-util-visit'
import type {SlideBlockReading, SlideLink, SlideReading} from '../../model/coverage.ts'
import {readHastText} from '../observers/read-hast-text.ts'
import {normalizeText, placeholder} from '../normalize-text.ts'

export function readSlides(tree: Root): SlideReading[] {
  const slides: SlideReading[] = []
  visit(tree, 'element', (section) => {
    if (section.tagName !== 'section') return undefined
    slides.push(readSlide(section, slides.length + 1))
    return SKIP
  })
  return slides
}

function readSlide(section: Element, number: number): SlideReading {
  const isAside = (node: ElementContent) => node.type === 'element' && node.tagName === 'aside'
  const box = section.children.filter((child) => !isAside(child))
  const aside = section.children.filter((child) => isAside(child))
  const lines = (nodes: readonly ElementContent[]) =>
    nodes.flatMap((node) => (node.type === 'element' ? textLines(node) : []))
  return {
    number,
    id: section.properties['id'] ?? '',
    heading: headingIn(box),
    onSlide: lines(box),
    beside: lines(aside),
    loose: box.flatMap((child) => looseTexts(child)),
    blocks: box.flatMap((child) => outermostBlocks(child)),
    links: linksIn(section),
  }
}

const isBlock = ({properties}: Element) => typeof properties['dataBlock'] === 'string'

/** What is hidden or a picture says nothing of its own. */
const isSilent = ({properties, tagName}: Element) => tagName === 'svg' || properties['hidden'] === true

function looseTexts(node: ElementContent): string[] {
  if (node.type === 'text') return [normalizeText(node.value)].filter(Boolean)
  if (node.type !== 'element' || isBlock(node) || isSilent(node) || 'dataTex' in node.properties) return []
  // A heading or a line is one text, whatever it is made of.
  if (['p', 'h1', 'h2', 'span', 'a'].includes(node.tagName)) {
    return normalizeText(readHastText(node)).split(placeholder).filter(Boolean)
  }
  return node.children.flatMap((child) => looseTexts(child))
}

function outermostBlocks(node: ElementContent): SlideBlockReading[] {
  if (node.type !== 'element') return []
  const inner = node.children.flatMap((child) => outermostBlocks(child))
  const unit = node.properties['dataBlock']
  if (typeof unit !== 'string') return inner
  return [{unit, lines: textLines(node), alternatives: alternativesIn(node)}, ...inner]
}

/** Elements that begin a line of their own. */
const lineElements = new Set(
  'p li tr td th pre div header footer h1 h2 h3 figure figcaption caption dt dd dl ul ol table blockquote summary details'.split(
    ' ',
  ),
)

/** Without what stands for formulas and marks. */
const textLines = (element: Element): string[] =>
  linesOf(element)
    .flatMap((line) => normalizeText(line).split(placeholder))
    .filter(Boolean)

/** What a reader sees as separate texts. */
function linesOf(element: Element): string[] {
  const lines = ['']
  const read = (node: ElementContent): void => {
    const isLine = node.type === 'element' && lineElements.has(node.tagName)
    if (isLine) lines.push('')
    const hasLines = node.type === 'element' && node.children.some((child) => holdsLine(child))
    if (node.type === 'element' && (hasLines || (isLine && !isSilent(node)))) node.children.forEach(read)
    else lines[lines.length - 1] += readHastText(node)
    if (isLine) lines.push('')
  }
  read(element)
  return lines.flatMap((line) => line.split('\n'))
}

const holdsLine = (node: ElementContent): boolean =>
  node.type === 'element' && (lineElements.has(node.tagName) || node.children.some((child) => holdsLine(child)))

function alternativesIn(element: Element): string[] {
  const found: string[] = []
  visit(element, 'element', ({properties, tagName}) => {
    if (tagName === 'img') found.push(properties['alt'] ?? '')
    else if (tagName === 'svg' && properties['role'] === 'img') found.push(properties['ariaLabel'] ?? '')
  })
  return found
}

function headingIn(box: readonly ElementContent[]): string {
  let heading = ''
  for (const node of box) {
    visit(node, 'element', (element) => {
      if (!heading && ['h1', 'h2'].includes(element.tagName)) heading = normalizeText(readHastText(element))
    })
  }
  return heading
}

function linksIn(section: Element): SlideLink[] {
  const links: SlideLink[] = []
  visit(section, 'element', (element) => {
    const {href} = element.properties
    if (element.tagName === 'a' && typeof href === 'string') {
      links.push({href, text: normalizeText(readHastText(element))})
    }
  })
  return links
}
