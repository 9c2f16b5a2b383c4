import type {RevealApi} from 'reveal.js'

/**
 * Runs in the deck. A step back in the browser returns to the slide whose link was followed: reveal.js makes no entry of the history for it,
 * and writes the address of a slide up to a second after it is shown.
 */
export function jumpHistory(deck: RevealApi): void {
  const jump = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#/"]') : null
    const isElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey
    // On a phone slides stand below each other, and links are the browser's.
    if (!link || isElsewhere || document.documentElement.classList.contains('phone-view')) return
    const index = deck.getSlides().findIndex(({id}) => link.hash === `#/${id}`)
    if (index < 0) return
    event.preventDefault()
    history.replaceState(null, '', `#/${deck.getCurrentSlide().id}`)
    history.pushState(null, '', link.hash)
    deck.slide(index)
  }
  // Before anything else changes the slide.
  document.addEventListener('click', jump, {capture: true})
}
