import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/** Runs in the deck. R, the button and the mark of a note show the reading text of the slide beside it. */
export function readingPanel(deck: RevealApi, {words}: DeckSettings): void {
  const panel = document.createElement('div')
  panel.className = 'reading-panel'
  panel.hidden = true
  panel.tabIndex = -1
  panel.setAttribute('role', 'region')
  panel.setAttribute('aria-label', words.readingText)
  const button = document.createElement('button')
  button.className = 'deck-button reading-button'
  button.textContent = words.readingText
  button.setAttribute('aria-expanded', 'false')
  document.body.append(panel, ...(deck.isSpeakerNotes() ? [] : [button]))

  const fill = () => {
    const source = deck.getCurrentSlide()?.querySelector('aside.notes .reading-text')
    panel.innerHTML = source ? source.innerHTML : '<p>—</p>'
    for (const element of panel.querySelectorAll('[id]')) element.removeAttribute('id')
    button.hidden = !source && panel.hidden
  }
  const toggle = () => {
    panel.hidden = !panel.hidden
    button.setAttribute('aria-expanded', String(!panel.hidden))
    fill()
    if (panel.hidden) button.blur()
    else panel.focus()
  }
  button.addEventListener('click', toggle)
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    toggle()
  })
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('.note-reference a')) return
    event.preventDefault()
    if (panel.hidden) toggle()
  })
  deck.addKeyBinding({keyCode: 82, key: 'R', description: words.readingText}, toggle)
  deck.on('slidechanged', fill)
  fill()
}
