import type {RevealApi} from 'reveal.js'

/** Runs in the deck. The step of each listing that has come last is the one whose lines stand out. */
export function codeSteps(deck: RevealApi): void {
  const step = () => {
    for (const listing of deck.getCurrentSlide()?.querySelectorAll('.listing') ?? []) {
      const steps = listing.querySelectorAll<HTMLElement>('.code-step:not(.fragment), .code-step.visible')
      const shown = steps[steps.length - 1]?.dataset['lines']?.split(' ')
      if (!shown) continue
      for (const [index, line] of listing.querySelectorAll('.line').entries()) {
        line.classList.toggle('dimmed', !shown.includes(String(index)))
        line.classList.toggle('stepped', shown.includes(String(index)))
      }
    }
  }
  deck.on('slidechanged', step)
  deck.on('fragmentshown', step)
  deck.on('fragmenthidden', step)
  step()
}
