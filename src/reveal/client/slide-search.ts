import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/**
 * Runs in the deck. Ctrl + Shift + F, or `/`, opens a dialog for words, which `searchHits` looks for. The keyboard chooses a hit;
 * what stands in a reading text opens with it.
 */
export function slideSearch(deck: RevealApi, {words}: DeckSettings): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'slide-search'
  dialog.setAttribute('aria-label', words.search)
  const input = document.createElement('input')
  input.type = 'search'
  input.setAttribute('aria-label', words.search)
  input.placeholder = words.search
  const count = document.createElement('p')
  count.setAttribute('role', 'status')
  const list = document.createElement('ul')
  dialog.append(input, count, list)
  document.body.append(dialog)

  const go = (anchor: HTMLAnchorElement) => {
    dialog.close()
    deck.slide(deck.getSlides().findIndex(({id}) => anchor.hash === `#/${id}`))
    const isShut = document.querySelector<HTMLElement>('.reading-panel')?.hidden
    if (anchor.dataset['reading'] === 'true' && isShut) document.querySelector<HTMLElement>('.reading-button')?.click()
  }
  const open = () => {
    if (dialog.open) return
    dialog.showModal()
    input.select()
  }

  dialog.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null
    event.preventDefault()
    if (anchor) go(anchor)
    else if (event.target === dialog) dialog.close()
  })
  // Keys in the dialog are the dialog's: reveal.js would turn slides behind it.
  dialog.addEventListener('keydown', (event) => {
    // What had the focus keeps it until the page is painted again.
    if (!dialog.open) return
    const {key} = event
    event.stopPropagation()
    const stops = [input, ...dialog.querySelectorAll('a')]
    const [, first] = stops
    if (key === 'Enter' && document.activeElement === input && first) {
      event.preventDefault()
      first.click()
    }
    // Else the first one would only empty the field.
    if (key === 'Escape') {
      event.preventDefault()
      dialog.close()
    }
    const step = {ArrowDown: 1, ArrowUp: -1}[key] ?? 0
    if (step === 0) return
    event.preventDefault()
    stops[stops.indexOf(document.activeElement as HTMLAnchorElement) + step]?.focus()
  })
  document.addEventListener('keydown', (event) => {
    const {ctrlKey, key, metaKey, shiftKey, target} = event
    const isTyping = target instanceof Element && target.closest('input, textarea, [contenteditable], dialog[open]')
    const isAsked = ((ctrlKey || metaKey) && shiftKey && key.toLowerCase() === 'f') || (key === '/' && !isTyping)
    if (!isAsked || deck.isSpeakerNotes()) return
    event.preventDefault()
    event.stopPropagation()
    open()
  })
}
