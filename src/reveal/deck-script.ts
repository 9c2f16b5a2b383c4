import type {LocaleData} from '../locale/words.ts'
import {accessibleDeck} from './client/accessible-deck.ts'
import {codeSteps} from './client/code-steps.ts'
import {contentsMenu} from './client/contents-menu.ts'
import type {DeckSettings} from './client/deck-settings.ts'
import {jumpHistory} from './client/jump-history.ts'
import {keyHelp} from './client/key-help.ts'
import {laserPointer} from './client/laser-pointer.ts'
import {phoneView} from './client/phone-view.ts'
import {readingPanel} from './client/reading-panel.ts'
import {searchHits} from './client/search-hits.ts'
import {slideSearch} from './client/slide-search.ts'
import {startDeck, type DeckPart} from './client/start-deck.ts'

const parts: readonly DeckPart[] = [
  accessibleDeck,
  readingPanel,
  jumpHistory,
  contentsMenu,
  slideSearch,
  searchHits,
  codeSteps,
  laserPointer,
  keyHelp,
  phoneView,
]

/**
 * The deck's own script, a classic one so that it runs from `file://`: the functions of `client/` as they stand there, which
 * therefore use nothing but their arguments and the page.
 */
export function deckScript(settings: DeckSettings): string {
  const sources = parts.map((part) => part.toString()).join(',\n')
  const json = JSON.stringify(settings).replaceAll('<', String.raw`\u003c`)
  return `(${startDeck.toString()})([${sources}], ${json})\n`
}

/** The keys of a deck, as the help shows them. */
export function keyTable(keys: LocaleData['keys']): [keys: string, action: string][] {
  return [
    ['→  ↓  PageDown  Space  N', keys.next],
    ['←  ↑  PageUp  P', keys.previous],
    ['Alt + ← →', keys.withoutSteps],
    ['Home  End', keys.edges],
    ['M', keys.menu],
    ['R', keys.reading],
    ['S', keys.speaker],
    ['Esc  O', keys.overview],
    ['G', keys.jump],
    ['/  Ctrl + Shift + F', keys.search],
    ['Alt + Click', keys.zoom],
    ['Q', keys.pointer],
    ['B  .', keys.pause],
    ['F', keys.fullScreen],
    ['?', keys.help],
  ]
}
