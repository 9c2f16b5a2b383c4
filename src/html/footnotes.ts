import type {Element} from 'hast'
import {h} from 'hastscript'
import type {Chapter, Footnote} from '../model/course.ts'
import {blockProperties} from './block-properties.ts'
import {renderBlocks} from './render-block.ts'
import type {RenderContext} from './render-context.ts'

/** The notes of a chapter by the name its text uses. */
export function footnoteTable(chapter: Chapter | undefined): RenderContext['footnotes'] {
  return new Map((chapter?.footnotes ?? []).map((footnote) => [footnote.identifier, footnote]))
}

/** A note; its number leads back to the text where the document holds the place. */
export function renderFootnote(footnote: Footnote, context: RenderContext): Element {
  const place = `${footnote.id}-ref`
  const number = String(footnote.number)
  const href = context.identifiers.has(place) ? context.href(place) : undefined
  return h('div', {...blockProperties(footnote.id, context), className: 'footnote'}, [
    href
      ? h('a', {className: 'footnote-number', href, ariaLabel: context.locale.words.backToText}, number)
      : h('span', {className: 'footnote-number'}, number),
    h('div', {className: 'footnote-text'}, renderBlocks(footnote.blocks, context)),
  ])
}
