import {parse, wcagContrast} from 'culori'
import {coloursIn} from './check-contrast.ts'
import {resolveToken, type Tokens} from './tokens.ts'
import {least} from '../model/greatest.ts'

/** Whose colours a slide's text has: the theme's own, or white or black where those would be too faint. */
export type SlideInk = 'own' | 'light' | 'dark'

/**
 * Chooses the ink for a background that an author gives a slide: any CSS colour or gradient, of which every colour counts. The
 * theme's own where its ink, muted and accent have 4.5:1 there (WCAG 2.2, 1.4.3), else white or black, whichever contrasts more.
 */
export function createInkOn(tokens: Tokens): (background: string) => SlideInk {
  const onSlides = new Map([...tokens.everywhere, ...tokens.slides])
  const own = ['ink', 'muted', 'accent'].map((name) => resolveToken(name, onSlides))
  return (background) => {
    const leastOf = (ink: string) => least(coloursIn(background).map((colour) => contrastOf(ink, colour)))
    if (own.every((ink) => leastOf(ink) >= 4.5)) return 'own'
    return leastOf('white') >= leastOf('black') ? 'light' : 'dark'
  }
}

/** What is no colour says nothing. */
function contrastOf(ink: string, paper: string): number {
  const [upper, lower] = [parse(ink), parse(paper)]
  return upper && lower ? wcagContrast(upper, lower) : 21
}
