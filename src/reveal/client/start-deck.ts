import type {RevealApi, RevealConfig, RevealPlugin} from 'reveal.js'
import type {DeckSettings} from './deck-settings.ts'

/**
 * Something a deck can do besides what reveal.js does. Runs in the deck, so it knows nothing but its arguments; the last is
 * the id that the address asked for, before reveal.js put that of its slide there.
 */
export type DeckPart = (deck: RevealApi, settings: DeckSettings, asked: string) => void

/** What the other scripts of the deck leave in the window. */
type Loaded = typeof globalThis & {
  Reveal: RevealApi & {initialize: (options: RevealConfig) => Promise<void>}
  RevealNotes: RevealPlugin
  RevealZoom: RevealPlugin
}

/** Runs in the deck: starts reveal.js, then each part; the document says `data-ready` when all have run. */
export async function startDeck(parts: readonly DeckPart[], settings: DeckSettings): Promise<void> {
  const {Reveal, RevealNotes, RevealZoom} = globalThis as Loaded
  const asked = location.hash.slice(2)
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  await Reveal.initialize({
    width: settings.width,
    height: settings.height,
    margin: 0,
    center: false,
    hash: true,
    // `#/5` is the slide with the number 5 in its corner; the frames of the speaker view count from 0 (reveal.js, plugin/notes).
    hashOneBasedIndex: !new URLSearchParams(location.search).has('receiver'),
    controls: true,
    progress: true,
    slideNumber: 'c/t',
    transition: 'none',
    backgroundTransition: 'none',
    autoAnimate: !isStill,
    navigationMode: 'linear',
    pdfSeparateFragments: false,
    // Narrow screens have a view of their own.
    scrollActivationWidth: 0,
    zoomKey: 'alt',
    defaultTiming: 60,
    plugins: [RevealNotes, RevealZoom],
  })
  for (const part of parts) part(Reveal, settings, asked)
  document.documentElement.dataset['ready'] = 'true'
}
