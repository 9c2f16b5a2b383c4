import type {Element} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {limits} from '../diagnostics/limits.ts'

/**
 * The style, when it is CSL of its own (CSL 1.0.2, 2.1) whose macros come to an end. citeproc writes each macro out where it is
 * called; so their elements are counted, and not written out. Throws the reason why a style is not used.
 */
export function assertBearable(csl: string): string {
  const style = fromXml(csl).children.find((child): child is Element => child.type === 'element')
  if (style?.name !== 'style' || style.attributes['class'] === undefined) throw new Error('<style class="…">?')
  const macros = new Map(
    elementsIn(style).flatMap((child) => (child.name === 'macro' ? [[child.attributes['name'] ?? '', child]] : [])),
  )
  const sizes = new Map<string, number>()
  const sizeOf = (element: Element, open: readonly string[]): number => {
    const called = element.attributes['macro']
    const own = elementsIn(element).reduce((sum, child) => sum + sizeOf(child, open), 1)
    return typeof called !== 'string' ? own : own + macroSize(called, open)
  }
  const macroSize = (name: string, open: readonly string[]): number => {
    const macro = macros.get(name)
    if (!macro) return 0
    if (open.includes(name)) throw new Error(`宏 ${name} 调用自己 / the macro ${name} calls itself`)
    const known = sizes.get(name) ?? sizeOf(macro, [...open, name])
    sizes.set(name, known)
    return known
  }
  const size = elementsIn(style).reduce((sum, child) => sum + (child.name === 'macro' ? 0 : sizeOf(child, [])), 0)
  const {most} = limits.styleElements
  if (size > most)
    throw new Error(
      `展开宏以后有 ${size} 个元素 / it has ${size} elements with its macros written out, expected at most ${most}`,
    )
  // A macro that nothing calls is compiled by citeproc as well.
  for (const name of macros.keys()) macroSize(name, [])
  return csl
}

const elementsIn = ({children}: Element): Element[] => children.filter((child) => child.type === 'element')
