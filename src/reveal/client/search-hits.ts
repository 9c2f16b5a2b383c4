import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/**
 * Runs in the deck, after `slideSearch`. Lists where the words in its field stand, on slides and in their reading texts; nothing
 * of the slides is changed.
 */
export function searchHits(deck: RevealApi, {words}: DeckSettings): void {
  const most = 50
  const around = 24
  const input = document.querySelector<HTMLInputElement>('.slide-search input')
  const count = document.querySelector('.slide-search [role=status]')
  const list = document.querySelector('.slide-search ul')
  if (!input || !count || !list) return

  const clean = (text: string) => text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
  /** The words that are shown, those of blocks apart: neither TeX behind a formula nor what stands on every slide. */
  const textOf = (element: Element | null | undefined, without = '.none') => {
    const copy = element?.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const one of copy.querySelectorAll(`mjx-container, .formula, .code-step, [hidden], ${without}`)) one.remove()
    for (const one of copy.querySelectorAll('p, li, dt, dd, td, th, h2, figcaption, caption, div')) one.append(' ')
    return clean(copy.textContent ?? '')
  }
  const hit = (
    slide: HTMLElement,
    text: string,
    {at, isReading, length}: {at: number; isReading: boolean; length: number},
  ) => {
    const item = document.createElement('li')
    const anchor = document.createElement('a')
    anchor.href = `#/${slide.id}`
    anchor.dataset['reading'] = String(isReading)
    const title = document.createElement('strong')
    title.textContent = textOf(slide.querySelector('h1, h2')) + (isReading ? ` · ${words.readingText}` : '')
    const mark = document.createElement('mark')
    mark.textContent = text.slice(at, at + length)
    const before = `${at > around ? '…' : ''}${text.slice(Math.max(0, at - around), at)}`
    const excerpt = document.createElement('span')
    excerpt.append(before, mark, text.slice(at + length, at + length + around))
    anchor.append(title, excerpt)
    item.append(anchor)
    return item
  }
  const find = () => {
    const query = clean(input.value).toLocaleLowerCase()
    const places = query
      ? deck.getSlides().flatMap((slide) =>
          ['.slide', '.reading-text'].flatMap((selector) => {
            const text = textOf(slide.querySelector(selector), '.kicker, .slide-footer, .reading-title')
            const at = text.toLocaleLowerCase().indexOf(query)
            return at < 0 ? [] : [{slide, text, place: {at, isReading: selector !== '.slide', length: query.length}}]
          }),
        )
      : []
    count.textContent = query ? (places.length > 0 ? String(places.length) : words.nothingFound) : ''
    list.replaceChildren(...places.slice(0, most).map(({place, slide, text}) => hit(slide, text, place)))
  }
  input.addEventListener('input', find)
}
