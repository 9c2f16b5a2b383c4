import CSL, {type Cluster} from 'citeproc'
import type {PhrasingContent} from 'mdast'
import type {CitationCluster, Cite, CitedWork, RenderedWork, Work} from '../model/bibliography.ts'
import {localeOf} from './locale-of.ts'
import {namesOf} from './names-of.ts'
import {phrasingOfHtml, textOfHtml} from './phrasing-of-html.ts'

export interface CiteOptions {
  readonly works: ReadonlyMap<string, Work>
  /** A style as CSL. */
  readonly style: string
  /** BCP 47 language of the course. */
  readonly language: string
}

/**
 * A formatter of citations: citeproc-js with a style (CSL 1.0.2) and a bibliography (CSL-JSON). Each call begins anew,
 * so that the works of one chapter, or of a book, are numbered from 1.
 * Throws when the style is no CSL.
 */
export function createCite({language, style, works}: CiteOptions): Cite {
  // Ids of our own: to citeproc they are names in plain objects, where `constructor` is something already.
  const keys = [...works.keys()]
  const ids = new Map(keys.map((key, index) => [key, `w${index}`]))
  const keyOf = (id: string) => keys[Number(id.slice(1))] ?? ''
  return (clusters) => {
    const engine = new CSL.Engine(
      {retrieveLocale: localeOf, retrieveItem: (id) => prepare(works.get(keyOf(id)), id)},
      style,
      language,
      true,
    )
    const rendered = engine.rebuildProcessorState(
      clusters.map((cluster, index) => toCluster(cluster, index, ids)),
      'html',
    )
    const texts = new Map(rendered.map(([id, , text]) => [id, withDollars(text)]))
    return {
      citations: clusters.map((cluster, index) => finish(texts.get(`c${index}`) ?? '', cluster, works)),
      works: listWorks(engine.makeBibliography(), works, keyOf),
    }
  }
}

/** A style with layouts for languages asks each work for its own; names of institutions keep their capitals. */
function prepare(work: Work | undefined, id: string): Work | undefined {
  if (!work) return undefined
  const author = work.author?.map((name) =>
    name.literal ? {...name, literal: `<span class="nocase">${name.literal}</span>`} : name,
  )
  return {...shieldDollars(withLanguage({...work, ...(author ? {author} : {})})), id}
}

const withLanguage = (work: Work): Work => ({...work, language: languageOf(work)})

/** What the bibliography says, else by the characters of title and names. */
function languageOf({author = [], language, title}: Work): string {
  if (language) return language
  const said = [title, ...author.map(({family, literal}) => family ?? literal)].join('')
  return /\p{Script=Han}/u.test(said) ? 'zh-CN' : 'en-US'
}

function toCluster({isNarrative, works}: CitationCluster, index: number, ids: ReadonlyMap<string, string>): Cluster {
  return {
    citationID: `c${index}`,
    citationItems: works.map((work) => toItem(work, ids.get(work.key) ?? '')),
    properties: {noteIndex: 0, ...(isNarrative ? {mode: 'composite' as const} : {})},
  }
}

function toItem(
  {hidesAuthor, locator, locatorLabel, prefix, suffix}: CitedWork,
  id: string,
): Cluster['citationItems'][number] {
  return {
    id,
    ...(locator ? {locator: shieldDollars(locator), label: locatorLabel} : {}),
    ...(prefix ? {prefix: shieldDollars(`${prefix} `)} : {}),
    ...(suffix ? {suffix: shieldDollars(suffix)} : {}),
    ...(hidesAuthor ? {'suppress-author': true} : {}),
  }
}

/** Numeric styles have no form for an author in the sentence: the names are ours, the number is the style's. */
function finish(html: string, {works: cited}: CitationCluster, works: ReadonlyMap<string, Work>) {
  const names = cited.map(({key}) => namesOf(works.get(key))).join('；')
  return insertNames(phrasingOfHtml(html), names)
}

/** As text, since a title may look like HTML. */
const insertNames = (nodes: readonly PhrasingContent[], names: string): PhrasingContent[] =>
  nodes.map((node) => {
    if (node.type === 'text') return {...node, value: node.value.replace(/\[NO_PRINTED_FORM\] ?/u, () => names)}
    return node.type === 'inlineRole' ? {...node, children: insertNames(node.children, names)} : node
  })

/** To citeproc a dollar is a part of its own replacement patterns: it sees a character that nobody uses. */
const dollar = '\uE024'

const shieldDollars = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value).replaceAll('$', dollar)) as Value

const withDollars = (html: string) => html.replaceAll(dollar, '$$')

function listWorks(
  bibliography: ReturnType<InstanceType<typeof CSL.Engine>['makeBibliography']>,
  works: ReadonlyMap<string, Work>,
  keyOf: (id: string) => string,
): RenderedWork[] {
  if (!bibliography) return []
  const [{entry_ids: ids}, entries] = bibliography
  return entries.map((written, index) => {
    const entry = withDollars(written)
    const margin = /<div class="csl-left-margin">(?<label>[\s\S]*?)<\/div>\s*(?=<div class="csl-right-inline">)/u.exec(
      entry,
    )
    const body = margin ? entry.slice(margin.index + margin[0].length) : entry
    const key = keyOf(ids[index]?.[0] ?? '')
    const work = works.get(key)
    return {
      key,
      short: [namesOf(work), work?.issued?.['date-parts']?.[0]?.[0]].filter(Boolean).join(', '),
      label: textOfHtml(margin?.groups?.['label'] ?? '').trim(),
      language: work ? languageOf(work) : '',
      children: phrasingOfHtml(body),
    }
  })
}
