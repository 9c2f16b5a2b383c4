import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/**
 * Runs in the deck. Takes back `role="application"`, with which reveal.js tells screen readers to leave all keys to it: slides are
 * what the page is about. Names what reveal.js shows in the language of the course.
 */
export function accessibleDeck(deck: RevealApi, {words}: DeckSettings): void {
  const reveal = deck.getRevealElement()
  reveal?.setAttribute('role', 'main')
  for (const [selector, label] of [
    ['.navigate-left, .navigate-up', words.previous],
    ['.navigate-right, .navigate-down', words.next],
  ] as const) {
    for (const button of document.querySelectorAll(`.controls :is(${selector})`))
      button.setAttribute('aria-label', label)
  }
  const resume = document.querySelector('.pause-overlay .resume-button')
  if (resume) resume.textContent = words.resume
  // The field to jump to a slide is put in when it is asked for.
  const name = () => {
    const field = document.querySelector<HTMLInputElement>('.jump-to-slide-input')
    if (!field || field.placeholder === words.jump) return
    field.placeholder = words.jump
    field.setAttribute('aria-label', words.jump)
  }
  if (reveal) new MutationObserver(name).observe(reveal, {childList: true})
}
