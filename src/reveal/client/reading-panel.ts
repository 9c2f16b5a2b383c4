import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/**
 * Runs in the deck. R, the button and the mark of a note show the reading text of the slide beside it; a citation leads to
 * its work in the reading text of another.
 */
export function readingPanel(deck: RevealApi, {words}: DeckSettings, asked: string): void {
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

  // Id of the work whose citation was followed, here or from the deck of a chapter.
  let sought = asked
  const fill = () => {
    const source = deck.getCurrentSlide()?.querySelector('aside.notes .reading-text')
    panel.innerHTML = source ? source.innerHTML : '<p>—</p>'
    const target = sought ? panel.querySelector(`[id="${CSS.escape(sought)}"]`) : null
    for (const element of panel.querySelectorAll('[id]')) element.removeAttribute('id')
    button.hidden = !source && panel.hidden
    return target
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
  // Before reveal.js sees it and changes the slide.
  const seek = ({target}: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.citation') : null
    sought = link?.hash.slice(2) ?? ''
  }
  document.addEventListener('click', seek, {capture: true})
  deck.addKeyBinding({keyCode: 82, key: 'R', description: words.readingText}, toggle)
  const refill = () => {
    if (!fill()) return
    if (panel.hidden) toggle()
    fill()?.scrollIntoView({block: 'center'})
    sought = ''
  }
  deck.on('slidechanged', refill)
  refill()
}
