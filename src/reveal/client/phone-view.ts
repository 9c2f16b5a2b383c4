import type {RevealApi} from 'reveal.js'

/**
 * Runs in the deck. On a narrow screen the slides stand below each other as wide as it is, in type that can be read there, and
 * below each its reading text. The style sheet lays them out; reveal.js only stops turning and hiding them.
 */
export function phoneView(deck: RevealApi): void {
  const narrow = matchMedia('(max-width: 600px)')
  const root = document.documentElement
  const isOn = () => root.classList.contains('phone-view')
  const showAll = () => {
    if (!isOn()) return
    for (const slide of deck.getSlides())
      for (const name of ['hidden', 'aria-hidden', 'inert']) slide.removeAttribute(name)
  }
  const follow = () => {
    if (!isOn()) return
    showAll()
    deck.getCurrentSlide()?.scrollIntoView()
  }
  const apply = () => {
    const {search} = location
    const wanted = narrow.matches && !deck.isSpeakerNotes() && !/print-pdf|view=print/iu.test(search)
    if (wanted === isOn()) return
    root.classList.toggle('phone-view', wanted)
    deck.configure({controls: !wanted, touch: !wanted, keyboard: !wanted, progress: !wanted})
    if (wanted) follow()
    else deck.sync()
  }
  narrow.addEventListener('change', apply)
  deck.on('slidechanged', follow)
  apply()
}
