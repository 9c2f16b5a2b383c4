import {Graphviz} from '@hpcc-js/wasm-graphviz'
import {toXml} from 'xast-util-to-xml'
import {fromXml} from 'xast-util-from-xml'
import type {Element, Root} from 'xast'
import type {Drawing} from './drawing.ts'
import {diagramPalette as palette} from './palette.ts'

/**
 * Graphviz has no Chinese font metrics and takes a character for three quarters of its width. It is told a larger size,
 * and the text is set smaller again.
 */
const textScale = 0.75
const fontSize = 14

/** A graph in the DOT language as SVG, in the theme's colours unless it has its own. */
export async function drawGraphviz(source: string): Promise<Drawing> {
  const graphviz = await Graphviz.load()
  try {
    return {svg: finish(graphviz.layout(withDefaults(source), 'svg', 'dot'))}
  } catch (error) {
    return {error: error instanceof Error ? error.message : String(error)}
  } finally {
    // One memory for all graphs: an error in one must not reach the next.
    Graphviz.unload()
  }
}

/** The theme's look as the graph's defaults: they stand first, so that whatever the author says wins. */
function withDefaults(source: string): string {
  const size = Math.round(fontSize / textScale)
  const text = `fontname="Lectern Sans", fontsize=${size}`
  const defaults = [
    `graph [bgcolor=transparent, ${text}, fontcolor="${palette.ink}", color="${palette.line}"]`,
    `node [shape=box, style="rounded,filled", fillcolor="${palette.fill}", color="${palette.border}", fontcolor="${palette.ink}", ${text}]`,
    `edge [color="${palette.line}", fontcolor="${palette.line}", ${text}]`,
  ]
  return source.replace('{', `{ ${defaults.join('; ')};`)
}

function finish(svg: string): string {
  const tree = fromXml(svg)
  const root = tree.children.find((child): child is Element => child.type === 'element')
  if (!root) throw new Error('Graphviz gave no SVG')
  const [, , width = '0', height = '0'] = (root.attributes['viewBox'] ?? '').split(' ')
  root.attributes['width'] = width
  root.attributes['height'] = height
  // Of nodes with links or tooltips.
  if (!svg.includes(' xlink:')) delete root.attributes['xmlns:xlink']
  walk(root)
  const alone: Root = {type: 'root', children: [root]}
  return toXml(alone)
}

/** Names of nodes are no text of the drawing; sizes of text become those of the page. */
function walk(element: Element): void {
  element.children = element.children.filter(
    (child) => child.type !== 'comment' && !(child.type === 'element' && child.name === 'title'),
  )
  for (const child of element.children) {
    if (child.type !== 'element') continue
    if (child.name === 'text') setText(child)
    walk(child)
  }
  delete element.attributes['class']
  delete element.attributes['id']
}

function setText({attributes}: Element): void {
  const size = Number(attributes['font-size'] ?? fontSize)
  attributes['font-size'] = String(size * textScale)
  attributes['font-family'] = palette.font
  // The baseline was set for the larger size.
  attributes['y'] = String(Number(attributes['y'] ?? 0) - 0.3 * size * (1 - textScale))
}
