import type {CitationCluster, Cite, Work} from '../model/bibliography.ts'
import {createCite} from './create-cite.ts'
import {assertBearable} from './style-size.ts'
import {namedStyle} from './styles.ts'

export interface CiteprocSettings {
  readonly works: ReadonlyMap<string, Work>
  /** The name of a style that needs no file, or a style as CSL. */
  readonly style: {readonly name: string} | {readonly csl: string}
  /** BCP 47 language of the course. */
  readonly language: string
}

/** citeproc in a thread of its own: a style is a program. Throws what is wrong with it, also for no citations at all. */
export function open({
  language,
  style,
  works,
}: CiteprocSettings): (clusters: readonly CitationCluster[]) => ReturnType<Cite> {
  let cite: Cite | undefined
  return (clusters) => {
    cite ??= createCite({works, style: 'csl' in style ? assertBearable(style.csl) : namedStyle(style.name), language})
    return cite(clusters)
  }
}
