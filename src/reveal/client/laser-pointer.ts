import type {RevealApi} from 'reveal.js'

/** Runs in the deck. Q turns the mouse into a red dot that the back row can follow. */
export function laserPointer(deck: RevealApi): void {
  const dot = document.createElement('div')
  dot.className = 'laser-pointer'
  dot.hidden = true
  dot.setAttribute('aria-hidden', 'true')
  document.body.append(dot)
  document.addEventListener('pointermove', ({clientX, clientY}) => {
    dot.style.translate = `${clientX}px ${clientY}px`
  })
  deck.addKeyBinding({keyCode: 81, key: 'Q', description: ''}, () => {
    dot.hidden = !dot.hidden
    document.body.classList.toggle('has-pointer', !dot.hidden)
  })
}
