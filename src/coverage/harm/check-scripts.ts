import type {Root} from 'hast'
import {toString} from 'hast-util-to-string'
import {visit} from 'unist-util-visit'
import type {ArtifactProblem} from '../../model/coverage.ts'

const problem = (name: string, what: string): ArtifactProblem => ({
  ruleId: 'nothing-runs',
  reason: `${name}: ${what}`,
})

/** Scripts of a deck, in their order. */
const ofDeck = ['reveal.js', 'notes.js', 'zoom.js', 'deck.js'].map((name) => `assets/${name}`)

/** A page of the deck runs the scripts of its folder and no others; the deck in one file has them inside, to the letter but for `<`. */
export function checkDeckScripts(name: string, tree: Root, files: ReadonlyMap<string, Uint8Array>): ArtifactProblem[] {
  const found: string[] = []
  visit(tree, 'element', (element) => {
    if (element.tagName === 'script') found.push(element.properties.src ?? toString(element))
  })
  const isSingle = name === 'deck.html'
  const text = (file: string) => new TextDecoder().decode(files.get(file))
  const wanted = isSingle ? ofDeck.map((file) => plain(text(file))) : ofDeck
  const isAsWanted =
    found.length === wanted.length && found.every((one, index) => (isSingle ? plain(one) : one) === wanted[index])
  return isAsWanted ? [] : [problem(name, '脚本不是课件自己的 / Its scripts are not those of the deck')]
}

/** The sign by which a script inside a page would end, however it is written. */
const plain = (script: string) => script.replaceAll(/\\x3c|<\\(?=[!/])/giu, '<')

/** A page that is no deck has no script but its own. */
export function checkPageScripts(name: string, tree: Root, own: readonly string[]): ArtifactProblem[] {
  const found: string[] = []
  visit(tree, 'element', (element) => {
    if (element.tagName === 'script') found.push(element.properties.src ?? toString(element))
  })
  const isAsWanted = found.length <= own.length && found.every((one) => own.includes(one))
  return isAsWanted ? [] : [problem(name, '有不该有的脚本 / It has a script that is not its own')]
}

/**
 * A page has a Content Security Policy before anything that it holds for: nothing by default, and scripts only by a nonce or a hash
 * (CSP 3, 2.3.1 and 3.3).
 */
export function checkPolicy(name: string, tree: Root): ArtifactProblem[] {
  let policy: string | undefined
  let isEarly = true
  visit(tree, 'element', ({properties, tagName}) => {
    if (tagName === 'meta' && /^content-security-policy$/iu.test(String(properties['httpEquiv'] ?? ''))) {
      policy ??= properties['content'] ?? ''
    } else if (policy === undefined && !['html', 'head', 'meta'].includes(tagName)) isEarly = false
  })
  if (policy === undefined || !isEarly)
    return [problem(name, '开头没有内容安全策略 / No Content Security Policy at its beginning')]
  const directives = new Map(
    policy.split(';').map((one): [string, string[]] => {
      const [directive = '', ...sources] = one.trim().split(/\s+/u)
      return [directive, sources]
    }),
  )
  const scripts = directives.get('script-src') ?? []
  const isTight =
    directives.get('default-src')?.join(' ') === "'none'" &&
    directives.get('base-uri')?.join(' ') === "'none'" &&
    directives.get('form-action')?.join(' ') === "'none'" &&
    scripts.every((source) => /^'(?:nonce|sha256)-[\w+/=-]+'$/u.test(source)) &&
    [...directives.values()]
      .flat()
      .every((source) => /^(?:'(?:none|self|unsafe-inline)'|data:|file:|'(?:nonce|sha256)-.*')$/u.test(source))
  return isTight
    ? []
    : [problem(name, `内容安全策略太宽 / Its Content Security Policy lets in more than it needs: ${policy}`)]
}
