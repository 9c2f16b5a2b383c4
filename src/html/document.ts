import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'

export interface DocumentParts {
  readonly language: string
  readonly title: string
  /** Content Security Policy: what the page may load and run. */
  readonly policy: string
  readonly head?: readonly ElementContent[]
  readonly body: readonly ElementContent[]
  readonly bodyClass?: string
}

/** An HTML document around content. */
export function htmlDocument({body, bodyClass, head = [], language, policy, title}: DocumentParts): Root {
  return {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: language}, [
        h('head', [
          h('meta', {charSet: 'utf-8'}),
          // Before all that it holds for.
          h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
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
export function styleElement(css: string): Element {
  return h('style', css.replaceAll('</', String.raw`<\/`))
}

/**
 * A script inside the document. What would end it early, or keep its end from being seen, stands in strings, templates and patterns alone
 * (HTML, 4.12.1.3): there `\x3c` is the same sign.
 */
export function scriptElement(source: string): Element {
  return h('script', source.replaceAll(/<(?=!--|\/?script)/giu, String.raw`\x3c`))
}
