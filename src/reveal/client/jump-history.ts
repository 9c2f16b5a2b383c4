import type {RevealApi} from 'reveal.js'

/**
 * Runs in the deck. A step back in the browser returns to the slide whose link was followed. reveal.js writes the address of a slide up to
 * a second after it is shown, so that the entry of the history that a link leaves would be that of an earlier one.
 */
export function jumpHistory(deck: RevealApi): void {
  const stay = ({target}: Event) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null
    const {id} = deck.getCurrentSlide()
    if (link && id) history.replaceState(null, '', `#/${id}`)
  }
  // Before anything changes the slide.
  document.addEventListener('click', stay, {capture: true})
}
