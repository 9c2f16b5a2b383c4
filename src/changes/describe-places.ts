import type {Locale} from '../locale/words.ts'
import type {FoundPlace, FoundPlaces} from '../model/changes.ts'
import type {Note} from './changes-page.ts'

export interface PlacesContext {
  readonly places: FoundPlaces
  readonly locale: Locale
  /** The way from the page to the output folder. */
  readonly root: string
}

/** Where a block or heading is, for instance `第 3–4 张` and `第 12 页`; none where that is not known. */
export function placesOf(id: string, {locale: {words}, places, root}: PlacesContext): Note[] {
  if (places.type === 'unknown') return []
  const noteOf = (found: readonly FoundPlace[] | undefined, say: (value: string) => string): Note[] => {
    const [first] = found ?? []
    return first ? [{text: say(spansOf((found ?? []).map(({name}) => name))), link: root + first.link}] : []
  }
  return [...noteOf(places.slides.get(id), words.slide), ...noteOf(places.pages.get(id), words.page)]
}

/** `3–5, 7`. */
function spansOf(names: readonly string[]): string {
  const spans: [first: string, last: string][] = []
  for (const name of names) {
    const open = spans.at(-1)
    if (open && Number(open[1]) + 1 === Number(name)) open[1] = name
    else spans.push([name, name])
  }
  return spans.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ')
}
