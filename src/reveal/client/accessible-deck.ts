import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/**
 * Runs in the deck. Takes back `role="application"`, with which reveal.js tells screen readers to leave all keys to it, and
 * names the arrows in the language of the course.
 */
export function accessibleDeck(deck: RevealApi, {words}: DeckSettings): void {
  deck.getRevealElement()?.removeAttribute('role')
  for (const [selector, label] of [
    ['.navigate-left, .navigate-up', words.previous],
    ['.navigate-right, .navigate-down', words.next],
  ] as const) {
    for (const button of document.querySelectorAll(`.controls :is(${selector})`))
      button.setAttribute('aria-label', label)
  }
}
