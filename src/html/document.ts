import type {ElementContent, Root} from 'hast'
import {h} from 'hastscript'

export interface DocumentParts {
  readonly language: string
  readonly title: string
  readonly head?: readonly ElementContent[]
  readonly body: readonly ElementContent[]
  readonly bodyClass?: string
}

/** An HTML document around content. */
export function htmlDocument({body, bodyClass, head = [], language, title}: DocumentParts): Root {
  return {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: language}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
          h('title', title),
          ...head,
        ]),
        h('body', bodyClass ? {className: bodyClass} : {}, [...body]),
      ]),
    ],
  }
}

/** A style sheet inside the document; `</style` in it cannot end it early. */
export function styleElement(css: string): ElementContent {
  return h('style', css.replaceAll('</', '<\\/'))
}
