import path from 'node:path/posix'
import {byNaturalOrder} from './natural-order.ts'
import type {BookFiles} from './outline.ts'
import {originalOf} from './translations-of.ts'

/** Extensions of files that are Markdown, whatever tool runs what is in them. */
export const markdownExtensions = ['.md', '.markdown', '.qmd', '.rmd', '.mdx'] as const

export const isMarkdown = (file: string): boolean =>
  markdownExtensions.some((extension) => file.toLowerCase().endsWith(extension))

/** Folders in which no chapter is: hidden ones, packages, finished files. */
const isAside = (folder: string) =>
  (folder.startsWith('.') && folder !== '.') || /^(?:node_modules|_site|_book|_build|vendor|__pycache__)$/u.test(folder)

/** Names of lists of chapters. */
const isList = (name: string) => /^(?:summary|_sidebar|_navbar|_coverpage)\.\w+$/iu.test(name)

/** Names of files about a repository, not of a book; in a folder, a chapter may be called so in small letters. */
const isAboutRepository = (name: string, folder: string) =>
  /^(?:agents|changelog|claude|code[_-]of[_-]conduct|contributing|contributors|license|licence|pull_request_template|security|todo)\.\w+$/iu.test(
    name,
  ) &&
  (folder === '.' || /^[A-Z_-]+\./u.test(name))

/** Markdown files of a folder and those below, other than files about the repository; in no order. */
export function markdownIn(files: BookFiles, folder: string): string[] {
  const prefix = folder === '' || folder === '.' ? '' : `${path.normalize(folder)}/`
  return [...files.paths].filter((file) => {
    if (!file.startsWith(prefix) || !isMarkdown(file)) return false
    const folders = file.slice(prefix.length).split('/')
    const name = folders.pop() ?? ''
    return !folders.some(isAside) && !isList(name) && !isAboutRepository(name, path.dirname(file))
  })
}

/** The chapters among the Markdown files of a folder and those below, by their names alone: no translation of one, no part of one (`_part.md`). */
export function chaptersIn(files: BookFiles, folder: string): string[] {
  const isPart = (file: string) => /^_(?!index\.)/iu.test(path.basename(file))
  return markdownIn(files, folder)
    .filter((file) => !isPart(file) && originalOf(file, files) === undefined)
    .toSorted(byNaturalOrder)
}

/** Deeper than this, settings are of a package or an example in the repository. */
const deepest = 3

/** Files whose path fits, the shallowest first; none in folders where no chapter is, but for those of VitePress and VuePress. */
export function findNamed(files: BookFiles, name: RegExp): string[] {
  const visible = (file: string) => file.replace(/(?<=^|\/)\.(?:vite|vue)press(?:\/.*)?$/u, '').split('/')
  const depth = (file: string) => visible(file).length
  return [...files.paths]
    .filter((file) => name.test(file) && depth(file) <= deepest && !visible(path.dirname(file)).some(isAside))
    .toSorted((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
}

/** The text of the first heading of a Markdown file, or of its front matter's title. */
export function headingOf(files: BookFiles, file: string): string | undefined {
  const text = files.textOf(file) ?? ''
  const [, title = ''] =
    /^---\n(?:[^\n]*\n)*?title:[ \t]*["']?([^\n]*?)["']?[ \t]*\n(?:[^\n]*\n)*?---/u.exec(
      text.replaceAll('\r\n', '\n'),
    ) ?? []
  if (title) return title
  const [, heading = ''] = /^#{1,2}[ \t]+(.+?)[ \t#]*(?:\{[^}]*\})?[ \t]*$/mu.exec(text) ?? []
  const plain = heading
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/[*`]|<[^>]*>/gu, '')
    .trim()
  return plain === '' ? undefined : plain
}
