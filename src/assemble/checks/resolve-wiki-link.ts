import path from 'node:path/posix'
import GithubSlugger from 'github-slugger'
import type {Link} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {decodeUrl} from '../../model/course-path.ts'
import type {Chapter, Course} from '../../model/course.ts'
import {pathsOf} from '../../model/source-place.ts'
import {beginningOf, namesIn, pageOf, type LinkPlace, type Page} from './resolve-link.ts'

/** `[[page]]` leads to a chapter of that file or title; to none, it is its words alone, as in a vault without the page. */
export function resolveWikiLink(node: Link, course: Course, place: LinkPlace): void {
  const [name = '', heading] = decodeUrl(node.url).split('#')
  const shown = name.replace(/\.md$/u, '')
  const source = name ? sourceNamed(shown.toLowerCase(), course.chapters) : place.chapterPath
  const page = pageOf(source, course.chapters)
  const target = page && (heading ? headingNamed(page, heading, place) : beginningOf(page, place))
  if (target) {
    node.url = `#${target}`
    return
  }
  Object.assign(node, {type: 'inlineRole', role: 'span'})
  reportProblem(place.file, {
    ruleId: 'syntax-is-known',
    reason: `\`[[${shown}]]\` 在课程里找不到，只留文字 / Unexpected wiki link \`[[${shown}]]\`: the course has no such page, its words stay`,
    place: node,
    hint: '写 [文字](文件.md) / write [text](file.md)',
    cause: 'Obsidian [[…]]',
  })
}

/** The first file that is called so, or whose chapter has that title. */
function sourceNamed(wanted: string, chapters: readonly Chapter[]): string | undefined {
  const isNamed = (source: string) => {
    const own = source.replace(/\.\w+$/u, '').toLowerCase()
    return own === wanted || path.basename(own) === path.basename(wanted)
  }
  for (const chapter of chapters) {
    const source = pathsOf(chapter).find((one) => isNamed(one))
    if (source !== undefined) return source
    if (toString([...chapter.title]).toLowerCase() === wanted) return chapter.sourcePath
  }
  return undefined
}

/** The section whose title is the fragment, or has it as its slug; else what the file begins with. */
function headingNamed(page: Page, fragment: string, place: LinkPlace): string {
  const names = namesIn(page, place)
  return names.get(fragment) ?? names.get(new GithubSlugger().slug(fragment)) ?? beginningOf(page, place)
}
