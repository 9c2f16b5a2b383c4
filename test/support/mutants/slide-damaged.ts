import {strFromU8, strToU8} from 'fflate'
import type {Choose} from './chooser.ts'
import {openDeck, type Edit} from './markup.ts'
import {defect, mutantsOf, several, type Changes, type Files, type Mutation} from './mutant.ts'

const section = /<section id="[^"]+"[\s\S]*?<\/section>/gu
const startsWith = (id: string) => (source: string) => source.startsWith(`<section id="${id}"`)

/** Every page of the deck that the edit changes. */
function editPages(files: Files, edit: Edit): Changes {
  const names = [...files.keys()].filter((name) => /^deck\/[^/]+\.html$/u.test(name))
  const edited = names.map((name) => {
    const before = strFromU8(files.get(name) ?? new Uint8Array())
    return {name, before, after: edit(before)}
  })
  return new Map(edited.filter(({after, before}) => after !== before).map(({after, name}) => [name, strToU8(after)]))
}

const onSlide =
  (layout: string, edit: (source: string, id: string) => string) =>
  (files: Files, choose: Choose): Mutation => {
    const [id] = choose([...openDeck()(files).pieces].filter(([, source]) => source.includes(layout)))
    const isOne = startsWith(id)
    const change: Edit = (html) => html.replaceAll(section, (source) => (isOne(source) ? edit(source, id) : source))
    return {victim: id, changes: editPages(files, change)}
  }

const drop = () => ''
const content = 'slide-content'

/** A slide and the one after it change places. */
const swapped = (files: Files, choose: Choose): Mutation => {
  const ids = [...openDeck()(files).pieces.keys()]
  const id = choose(ids.slice(5, -3))
  const next = ids[ids.indexOf(id) + 1] ?? ''
  const swap: Edit = (html) => {
    const all = html.match(section) ?? []
    const [one = '', other = ''] = [id, next].map((name) => all.find((source) => startsWith(name)(source)))
    return one && other ? html.replace(one + other, () => other + one) : html
  }
  return {victim: `${id} and ${next}`, changes: editPages(files, swap)}
}

/** Chapters two and three change places in the whole deck. */
const chaptersSwapped = (files: Files): Mutation => {
  const swap: Edit = (html) => {
    const places = ['history', 'principles', 'back-bibliography'].map((id) => html.indexOf(`<section id="${id}"`))
    const [second = -1, third = -1, back = -1] = places
    if (second < 0 || third < 0 || back < 0) return html
    return html.slice(0, second) + html.slice(third, back) + html.slice(second, third) + html.slice(back)
  }
  return {victim: 'history and principles', changes: editPages(files, swap)}
}

const twice = (source: string, id: string) => {
  const nameless = source.replaceAll(/ id="[^"]*"/gu, '')
  return source + nameless.replace('<section', `<section id="${id}-copy"`)
}
const withAttribute = (text: string) => (source: string) => source.replace('<section ', `<section ${text} `)

/** In the deck of its chapter only. */
const onlyInChapter = (files: Files): Mutation => {
  const name = 'deck/02-history.html'
  const html = strFromU8(files.get(name) ?? new Uint8Array())
  return {victim: name, changes: new Map([[name, strToU8(html.replaceAll('2022年11月30日', '2022年11月31日'))]])}
}

export const slideDamaged = mutantsOf('slide-damaged', 'a slide dropped, duplicated, hidden or out of order', [
  several(2, defect('deck', 'dropped', onSlide(content, drop))),
  defect('deck', 'a chapter’s divider dropped', onSlide('slide-chapter', drop)),
  defect('deck', 'the title dropped', onSlide('slide-title', drop)),
  defect('deck', 'two swapped', swapped),
  defect('deck', 'two chapters swapped', chaptersSwapped),
  defect('deck', 'duplicated', onSlide(content, twice)),
  defect('deck', 'that reveal.js takes away', onSlide(content, withAttribute('data-visibility="hidden"'))),
  defect('deck', 'that is not displayed', onSlide(content, withAttribute('style="display: none !important"'))),
  defect('deck', 'another date in the chapter’s own deck', onlyInChapter),
])
