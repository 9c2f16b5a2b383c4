import type {Root} from 'hast'
import type {ArtifactProblem} from '../../model/coverage.ts'
import {requestsOfPage, requestsOfScript, requestsOfStyle} from './find-requests.ts'

/** Scripts of reveal.js name addresses in what they say to developers. */
const ownScript = 'assets/deck.js'

/** What the files of a deck ask the network for, now or later; `folder` is where they stand. */
export function deckRequests(
  files: ReadonlyMap<string, Uint8Array>,
  pages: ReadonlyMap<string, Root>,
  folder: string,
): ArtifactProblem[] {
  const decode = (contents: Uint8Array) => new TextDecoder().decode(contents)
  const found = [...files].flatMap(([name, contents]) => {
    const tree = pages.get(name)
    if (tree) return named(name, requestsOfPage(tree))
    if (name.endsWith('.css')) return named(name, requestsOfStyle(decode(contents)))
    return name === ownScript ? named(name, requestsOfScript(decode(contents))) : []
  })
  return found.map(({name, url}) => ({ruleId: 'no-network-request', reason: `${folder}${name} asks for ${url}`}))
}

const named = (name: string, urls: readonly string[]) => urls.map((url) => ({name, url}))
