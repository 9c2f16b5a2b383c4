import type {Element, Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem} from '../../model/coverage.ts'
import type {DrawingText} from '../drawing-texts.ts'
import {normalizeText} from '../normalize-text.ts'
import {hasClass} from '../observers/read-hast-text.ts'

/** A figure’s drawing says the words of the file it comes from, and has as many shapes. */
export function checkFigures(tree: Root, drawings: readonly DrawingText[]): ArtifactProblem[] {
  const byBlock = new Map(drawings.map((drawing) => [drawing.block, drawing]))
  const problems: ArtifactProblem[] = []
  visit(tree, 'element', (figure) => {
    const id = figure.properties['dataBlock']
    const expected = typeof id === 'string' ? byBlock.get(id) : undefined
    if (!expected) return
    for (const drawing of drawingsIn(figure)) {
      if (drawing.text === expected.text && drawing.parts === expected.parts) continue
      const reason = `图里画的不是它的文件 / The figure is not drawn as in its file: “${drawing.text.slice(0, 40)}”`
      problems.push({ruleId: 'nothing-is-added', reason, unit: expected.block})
    }
  })
  return problems
}

const shapes = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text'])

function drawingsIn(figure: Element): {text: string; parts: number}[] {
  const found: {text: string; parts: number}[] = []
  visit(figure, 'element', (element) => {
    if (!hasClass(element, 'figure-image')) return
    for (const svg of element.children) {
      if (svg.type === 'element' && svg.tagName === 'svg') found.push(drawingOf(svg))
    }
  })
  return found
}

function drawingOf(svg: Element): {text: string; parts: number} {
  const texts: string[] = []
  let parts = 0
  visit(svg, 'element', (element) => {
    if (shapes.has(element.tagName)) parts++
    if (element.tagName === 'text') texts.push(toString(element))
  })
  return {text: normalizeText(texts.join('')), parts}
}
