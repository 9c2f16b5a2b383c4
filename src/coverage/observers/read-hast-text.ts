import type {Element, ElementContent} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import {placeholder} from '../normalize-text.ts'

/**
 * What an element says to a reader of the page; a formula, a note's mark and an item's bullet are U+FFFC. Drawings say nothing, nor does
 * what is hidden from everyone.
 */
export function readHastText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const {properties, tagName} = node
  if ('dataTex' in properties) return placeholder
  if (tagName === 'rt' || hasClass(node, 'note-reference') || hasClass(node, 'on-page')) return placeholder
  if (properties['role'] === 'img' || tagName === 'svg' || properties['hidden'] === true) return ''
  const text = node.children.map((child) => readHastText(child)).join('')
  // An item whose beginning stands on another slide is no item of its own.
  return tagName === 'li' && !hasClass(node, 'continued-item') ? placeholder + text : text
}

/** The ruby readings inside an element, which stand beside its text and not in it. */
export function readRuby(element: Element): string {
  const readings: string[] = []
  visit(element, 'element', (inner) => {
    if (inner.tagName === 'rt') readings.push(toString(inner))
  })
  return readings.join(placeholder)
}

export function hasClass(element: Element, name: string): boolean {
  const {className} = element.properties
  return Array.isArray(className) && className.includes(name)
}
