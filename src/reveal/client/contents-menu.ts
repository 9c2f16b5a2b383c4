import type {RevealApi} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/** Runs in the deck. M and the button open a dialog with the headings of all slides, and the outputs that the page links. */
export function contentsMenu(deck: RevealApi, {words}: DeckSettings): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'contents-menu'
  dialog.setAttribute('aria-label', words.contents)
  const button = document.createElement('button')
  button.className = 'deck-button menu-button'
  button.textContent = words.contents
  button.setAttribute('aria-haspopup', 'dialog')
  document.body.append(dialog, ...(deck.isSpeakerNotes() ? [] : [button]))

  const link = (href: string, text: string, name: string) => {
    const anchor = document.createElement('a')
    anchor.href = href
    anchor.textContent = text
    anchor.className = name
    return anchor
  }
  const fill = () => {
    const slides = deck.getSlides().filter((slide) => slide.querySelector('h1, h2') && !/-[ps]\d+$/u.test(slide.id))
    const all = deck.getSlides()
    const place = all.indexOf(deck.getCurrentSlide())
    // A heading's further slides have no entry of their own.
    const current = slides.findLast((slide) => all.indexOf(slide) <= place)
    const entries = slides.map((slide) => {
      const name = slide.querySelector('.slide-title, .slide-chapter, .slide-agenda') ? 'menu-chapter' : 'menu-section'
      const heading = slide.querySelector<HTMLElement>('h1, h2')
      const entry = link(`#/${slide.id}`, heading?.dataset['title'] ?? heading?.textContent ?? '', name)
      if (slide === current) entry.setAttribute('aria-current', 'page')
      return entry
    })
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel=alternate]')
    const others = Array.from(links, ({href, title}) => link(href, title, 'menu-companion'))
    dialog.replaceChildren()
    for (const entry of [...others, ...entries]) dialog.append(entry)
    return entries.find((entry) => entry.hasAttribute('aria-current'))
  }
  const open = () => {
    const current = fill()
    dialog.showModal()
    // With the focus outside, keys would be reveal.js's.
    const first = current ?? dialog.querySelector('a')
    first?.focus()
  }
  button.addEventListener('click', open)
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target instanceof HTMLAnchorElement) dialog.close()
  })
  // Keys in the dialog are the dialog's: reveal.js would turn slides behind it.
  dialog.addEventListener('keydown', (event) => {
    // The link that was chosen keeps the focus until the page is painted again.
    if (!dialog.open) return
    const {key} = event
    event.stopPropagation()
    const step = {ArrowDown: 1, ArrowUp: -1}[key] ?? 0
    if (step === 0) return
    event.preventDefault()
    const anchors = Array.from(dialog.querySelectorAll('a'))
    anchors[anchors.indexOf(document.activeElement as HTMLAnchorElement) + step]?.focus()
  })
  deck.addKeyBinding({keyCode: 77, key: 'M', description: words.contents}, open)
}
