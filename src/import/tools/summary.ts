import path from 'node:path/posix'
import {findNamed} from '../markdown-files.ts'
import type {BookFiles, Draft, Tool} from '../outline.ts'
import {readLinkList} from '../read-link-list.ts'
import {readForeignYaml} from '../read-foreign-yaml.ts'
import {readTomlStrings} from '../read-toml-strings.ts'
import {namesIn, recordOf, textIn} from '../values.ts'

/**
 * `SUMMARY.md` of mdBook, GitBook and HonKit: a list of links; headings begin parts; links outside of the list are what is
 * before and after the chapters. https://rust-lang.github.io/mdBook/format/summary.html, https://honkit.netlify.app/pages
 */
export const summary: Tool = {
  name: 'summary',
  read(files) {
    const [preferred] = findNamed(files, /(?:^|\/)book\.toml$/u).map((toml) => inMdBook(files, toml))
    const candidates = [preferred, ...findNamed(files, /(?:^|\/)SUMMARY\.md$/iu)].filter((file) => file !== undefined)
    const location = candidates.find((file) => files.paths.has(file) && links(files, file) > 0)
    if (location === undefined) return undefined
    const list = readLinkList(files.textOf(location) ?? '', path.dirname(location))
    const [first, ...others] = list.parts
    // The first heading is the title of the list: 目录, Summary.
    const parts = first?.title !== undefined && list.isTitled ? [{chapters: first.chapters}, ...others] : list.parts
    return {...readHead(files), front: list.front, parts, back: list.back}
  },
}

/** Where mdBook's settings say that the list is: other editions of a book may be beside it. */
function inMdBook(files: BookFiles, toml: string): string {
  const {src} = readTomlStrings(files.textOf(toml) ?? '', 'book')
  return path.join(path.dirname(toml), textIn(src) ?? 'src', 'SUMMARY.md')
}

function links(files: BookFiles, file: string): number {
  const {back, front, parts} = readLinkList(files.textOf(file) ?? '', '')
  return front.length + back.length + parts.reduce((sum, {chapters}) => sum + chapters.length, 0)
}

function readHead(files: BookFiles): Pick<Draft, 'authors' | 'language' | 'title'> {
  const [toml] = findNamed(files, /(?:^|\/)book\.toml$/u)
  if (toml !== undefined) {
    const {authors, language, title} = readTomlStrings(files.textOf(toml) ?? '', 'book')
    return {authors: namesIn(authors), language: textIn(language), title: textIn(title)}
  }
  const [json] = findNamed(files, /(?:^|\/)book\.json$/u)
  if (json === undefined) return {}
  // JSON is YAML.
  const {author, language, title} = recordOf(readForeignYaml(files, json).value)
  return {authors: namesIn(author), language: textIn(language), title: textIn(title)}
}
