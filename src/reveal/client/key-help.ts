import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/** Runs in the deck. The table of keys in the language of the course, in place of the English one. */
export function keyHelp(deck: RevealApi, {keys, words}: DeckSettings): void {
  deck.on('showhelp', () => {
    const content = document.querySelector('.r-overlay-help-content')
    if (!content) return
    const title = document.createElement('p')
    title.className = 'title'
    title.textContent = words.help
    const table = document.createElement('table')
    for (const [pressed, action] of keys) {
      const row = table.insertRow()
      row.insertCell().textContent = pressed
      row.insertCell().textContent = action
    }
    content.replaceChildren(title, table)
    // What scrolls on a small screen must be reached by the keyboard.
    const frame = content.closest<HTMLElement>('.r-overlay-content')
    frame?.setAttribute('tabindex', '0')
    frame?.setAttribute('role', 'region')
    frame?.setAttribute('aria-label', words.help)
  })
}
