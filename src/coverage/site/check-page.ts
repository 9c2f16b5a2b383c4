import type {Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {visit} from 'unist-util-visit'
import {append} from '../../model/append.ts'
import type {ArtifactProblem, ContentUnit} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'
import {checkPageHarm} from '../harm/check-harm.ts'
import {checkPolicy} from '../harm/check-scripts.ts'
import {findLeak} from '../privacy/find-leak.ts'
import {requestsOfPage} from '../requests/find-requests.ts'

export interface PageContext {
  readonly course: Course
  readonly units: readonly ContentUnit[]
  /** Whether a file of the output folder is there, by its path. */
  readonly hasFile: (path: string) => boolean
  /** Ids of slides and blocks in the student's deck; absent where it was not read. */
  readonly inDeck: ReadonlySet<string> | undefined
}

export interface SitePage {
  readonly tree: Root
  readonly problems: readonly ArtifactProblem[]
}

/** A page beside the outputs, whole: its language, its title, its links, nothing from the network, nothing of the teacher's. */
export function checkPage(name: string, source: string, context: PageContext): SitePage {
  const {course, units} = context
  const tree = fromHtml(source)
  const problems: ArtifactProblem[] = []
  if (!source.trimEnd().endsWith('</html>')) {
    problems.push({ruleId: 'artifact-opens', reason: '文件不完整 / The file is cut off'})
  }
  const leak = findLeak(source, units)
  if (leak !== undefined) problems.push(leakOf(leak))
  append(problems, [...checkPageHarm(name, tree, new Set()), ...checkPolicy(name, tree)])
  for (const url of requestsOfPage(tree)) {
    problems.push({ruleId: 'no-network-request', reason: `${name} asks for ${url}`})
  }
  const {language, title} = headOf(tree)
  if (language !== course.language) {
    const reason = `语言是 “${language}”，应为 ${course.language} / Unexpected language, expected ${course.language}`
    problems.push({ruleId: 'file-is-described', reason})
  }
  if (!title.includes(course.title)) {
    const reason = `标题是 “${title}” / Unexpected title “${title}”`
    problems.push({ruleId: 'file-is-described', reason})
  }
  return {tree, problems: [...problems, ...checkPageLinks(name, tree, context)]}
}

export const leakOf = (text: string): ArtifactProblem => ({
  ruleId: 'private-content-stays-private',
  reason: `不应出现 / Unexpected content that is left out here: “${text.slice(0, 40)}”`,
})

/** What a page says of itself, with the heading that its readers see. */
function headOf(tree: Root): {language: string; title: string} {
  let language = ''
  let title = ''
  visit(tree, 'element', ({children, properties, tagName}) => {
    if (tagName === 'html') language = properties['lang'] ?? ''
    if (tagName === 'h1') title = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  })
  return {language, title}
}

/** Every link leads to a file that is there and, in the page itself and in the deck, to an id that is there. */
function checkPageLinks(name: string, tree: Root, {hasFile, inDeck}: PageContext): ArtifactProblem[] {
  const ids = new Set<string>()
  const links: string[] = []
  visit(tree, 'element', ({properties, tagName}) => {
    if (typeof properties['id'] === 'string') ids.add(properties['id'])
    const {href} = properties
    if (tagName === 'a' && typeof href === 'string' && !/^[a-z]+:/iu.test(href)) links.push(href)
  })
  const dead = links.filter((href) => {
    const {pathname, hash} = new URL(href, `file:///${name}`)
    const [file, target] = [decodeURIComponent(pathname.slice(1)), decodeURIComponent(hash).replace(/^#\/?/u, '')]
    if (file !== name && !hasFile(file)) return true
    if (target === '') return false
    if (file === name) return !ids.has(target)
    return file === 'deck/index.html' && inDeck !== undefined && !inDeck.has(target)
  })
  return [...new Set(dead)].map((href) => ({
    ruleId: 'link-keeps-target',
    reason: `链接无处可去 / The link leads nowhere: ${href}`,
  }))
}
