import type {Element} from 'hast'
import {h} from 'hastscript'
import {classNames} from '../class-names.ts'

/** Where a pause stands, until a slide has made steps of it; without an id, since nothing refers to it. */
export const pauseMark = (): Element => h('span', {className: 'pause', hidden: true})

export const isPauseMark = (element: Element): boolean =>
  element.tagName === 'span' && element.properties['hidden'] === true && classNames(element).includes('pause')
