import path from 'node:path/posix'
import GithubSlugger from 'github-slugger'
import type {Link} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {decodeUrl} from '../../model/course-path.ts'
import type {Chapter, Course} from '../../model/course.ts'
import {chaptersOf, namesIn, type LinkPlace} from './resolve-link.ts'

/** `[[page]]` leads to a chapter of that file or title; to none, it is its words alone, as in a vault without the page. */
export function resolveWikiLink(node: Link, course: Course, place: LinkPlace): void {
  const [name = '', heading] = decodeUrl(node.url).split('#')
  const shown = name.replace(/\.md$/u, '')
  const wanted = shown.toLowerCase()
  const chapter = course.chapters.find(({sourcePath, title}) => {
    const own = sourcePath.replace(/\.\w+$/u, '').toLowerCase()
    return (
      own === wanted || path.basename(own) === path.basename(wanted) || toString([...title]).toLowerCase() === wanted
    )
  })
  const source = name ? chapter?.sourcePath : place.chapterPath
  const of = chaptersOf(source, course.chapters)
  const target = heading ? headingNamed(of, heading, place) : of[0]?.id
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

/** The section whose title is the fragment, or has it as its slug. */
function headingNamed(chapters: readonly Chapter[], fragment: string, place: LinkPlace): string | undefined {
  const names = namesIn(chapters, place)
  return names.get(fragment) ?? names.get(new GithubSlugger().slug(fragment)) ?? chapters[0]?.id
}
