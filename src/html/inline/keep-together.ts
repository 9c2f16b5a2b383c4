import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {classNames} from '../class-names.ts'

/** Punctuation that no line begins with, and that no line ends with (line-start and line-end prohibition, CLREQ 3.1.6). */
const closing = /^[，。、；：！？）】》」』”’…,.;:!?)\]]+/u
const opening = /(?<![（【《「『“‘([])[（【《「『“‘([]+$/u

/** Latin letters and digits joined by points and hyphens: a model's name, a date. */
const compound = /(?<![\p{Script=Latin}\p{Nd}])[\p{Script=Latin}\p{Nd}]+(?:[.-][\p{Script=Latin}\p{Nd}]+)+/gu

/** Longer ones may break: they would tear a hole into the line before. */
const longestCompound = 16

/**
 * Puts what no line break may part into a span without breaks.
 *
 * A formula is a picture to the line breaker, which would let a line begin with the comma after it, and no word joiner
 * changes that: it stands together with the punctuation it belongs to. And Chromium breaks a line between a hyphen and a
 * digit for the sake of long addresses, which tears `GPT-4` and `2022-11-30`.
 */
export function keepTogether(nodes: readonly ElementContent[]): ElementContent[] {
  return glueFormulas(nodes.map(keepWithin)).flatMap(splitCompounds)
}

function keepWithin(node: ElementContent): ElementContent {
  if (node.type !== 'element' || isFormula(node) || node.tagName === 'code') return node
  return {...node, children: keepTogether(node.children)}
}

function glueFormulas(nodes: readonly ElementContent[]): ElementContent[] {
  const glued: ElementContent[] = []
  const rest = [...nodes]
  for (let node = rest.shift(); node; node = rest.shift()) {
    if (!isFormula(node)) {
      glued.push(node)
      continue
    }
    const before = takeText(glued, -1, opening)
    const after = takeText(rest, 0, closing)
    glued.push(before.length + after.length > 0 ? withoutBreaks([...before, node, ...after]) : node)
  }
  return glued
}

/** Takes what matches off the text at one end of a list. */
function takeText(nodes: ElementContent[], index: 0 | -1, pattern: RegExp): ElementContent[] {
  const node = nodes.at(index)
  const match = node?.type === 'text' ? pattern.exec(node.value) : null
  if (node?.type !== 'text' || !match) return []
  nodes.splice(index, 1, {...node, value: node.value.replace(pattern, '')})
  return [{type: 'text', value: match[0]}]
}

function splitCompounds(node: ElementContent): ElementContent[] {
  if (node.type !== 'text') return [node]
  const parts: ElementContent[] = []
  let end = 0
  for (const {0: found, index} of node.value.matchAll(compound)) {
    if (!/-\p{Nd}/u.test(found) || found.length > longestCompound) continue
    parts.push({type: 'text', value: node.value.slice(end, index)}, withoutBreaks([{type: 'text', value: found}]))
    end = index + found.length
  }
  parts.push({type: 'text', value: node.value.slice(end)})
  return parts.filter((part) => part.type !== 'text' || part.value !== '')
}

const withoutBreaks = (children: ElementContent[]) => h('span', {className: 'nowrap'}, children)

/** What is a picture to the line breaker: a formula, or a blank. */
const isFormula = (node: ElementContent) =>
  node.type === 'element' &&
  ('dataTex' in node.properties || node.tagName === 'math' || classNames(node).includes('blank'))
