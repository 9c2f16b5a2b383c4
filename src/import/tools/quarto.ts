import path from 'node:path/posix'
import {findNamed, headingOf, chaptersIn} from '../markdown-files.ts'
import type {BookFiles, Draft, OutlinePart, Tool} from '../outline.ts'
import {readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, namesIn, pathsIn, recordOf, textIn} from '../values.ts'

/**
 * `_quarto.yml`: chapters, parts and appendices of a book, or the sidebars of a website.
 * https://quarto.org/docs/books/book-structure.html, https://quarto.org/docs/websites/website-navigation.html
 */
export const quarto: Tool = {
  name: 'quarto',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)_quarto\.ya?ml$/u)
    if (location === undefined) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const base = path.dirname(location)
    const {bibliography, book, lang, website} = recordOf(value)
    const head = {language: textIn(lang), bibliography: pathsIn(bibliography, base), problems}
    if (book) return {...head, ...readBook(recordOf(book), base, files)}
    const {sidebar, title} = recordOf(website)
    const parts = listOf(sidebar).flatMap((one) => partsIn(recordOf(one)['contents'], {base, files}))
    return {...head, title: textIn(title), parts}
  },
}

interface Context {
  readonly base: string
  readonly files: BookFiles
}

function readBook(book: Readonly<Record<string, unknown>>, base: string, files: BookFiles): Draft {
  const context = {base, files}
  return {
    title: textIn(book['title']),
    authors: namesIn(book['author']),
    parts: partsIn(book['chapters'], context),
    back: partsIn(book['appendices'], context).flatMap(({chapters}) => chapters),
  }
}

function partsIn(contents: unknown, context: Context): OutlinePart[] {
  return listOf(contents).map((entry) => partOf(entry, context))
}

function partOf(entry: unknown, context: Context): OutlinePart {
  const {auto, chapters, contents, file, href, part, section} = recordOf(entry)
  const own = textIn(entry) ?? textIn(file) ?? textIn(href)
  const inner = [...partsIn(chapters, context), ...partsIn(contents, context)].flatMap((one) => one.chapters)
  if (auto !== undefined) return {chapters: expand(`${textIn(auto) ?? ''}/*`, context)}
  const name = textIn(part) ?? textIn(section)
  if (name === undefined) return {chapters: [...(own === undefined ? [] : expand(own, context)), ...inner]}
  const page = path.join(context.base, name)
  // A part may be a file, whose heading is its title.
  if (!context.files.paths.has(page)) return {title: name, chapters: [...(own ? expand(own, context) : []), ...inner]}
  return {title: headingOf(context.files, page) ?? name, chapters: [page, ...inner]}
}

/** Files of a name or a pattern such as `lessons/*`. External addresses and separators are none. */
function expand(name: string, {base, files}: Context): string[] {
  if (name === 'auto') return chaptersIn(files, base)
  if (/^(?:-+$|[a-z]+:\/\/)/iu.test(name)) return []
  if (!name.includes('*')) return [path.join(base, name)]
  const folder = path.join(base, path.dirname(name))
  return chaptersIn(files, folder)
}
