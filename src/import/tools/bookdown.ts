import path from 'node:path/posix'
import {findNamed} from '../markdown-files.ts'
import {byNaturalOrder} from '../natural-order.ts'
import type {BookFiles, OutlinePart, Tool} from '../outline.ts'
import {frontMatterOf, readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, namesIn, pathsIn, recordOf, textIn} from '../values.ts'

/**
 * `_bookdown.yml`: `rmd_files`, else the `.Rmd` files by name, those with `_` before them left out. A heading
 * `# (PART) …` begins a part in the file that has it, `# (APPENDIX) …` the appendices.
 * https://bookdown.org/yihui/bookdown/usage.html, https://bookdown.org/yihui/bookdown/markdown-extensions-by-bookdown.html
 */
export const bookdown: Tool = {
  name: 'bookdown',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)_bookdown\.ya?ml$/u)
    if (location === undefined) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const base = path.dirname(location)
    const settings = recordOf(value)
    const named = settings['rmd_files']
    const list = listOf(recordOf(named)['html'] ?? (Array.isArray(named) ? named : [])).flatMap(
      (one) => textIn(one) ?? [],
    )
    const chapters = list.length > 0 ? list.map((file) => path.join(base, file)) : byName(files, base, settings)
    const index = chapters.find((file) => /^index\./iu.test(path.basename(file)))
    const head = index === undefined ? {} : frontMatterOf(files, index)
    const title = textIn(head['title']) ?? textIn(settings['book_filename'])
    const bibliography = pathsIn(settings['bibliography'], base)
    return {title, authors: namesIn(head['author']), bibliography, problems, ...divide(chapters, files)}
  },
}

function byName(files: BookFiles, base: string, settings: Readonly<Record<string, unknown>>): string[] {
  const named = listOf(settings['rmd_subdir']).flatMap((one) => textIn(one) ?? [])
  const folders = new Set([base, ...named.map((one) => path.join(base, one))])
  const isAnywhere = settings['rmd_subdir'] === true
  return [...files.paths]
    .filter((file) => {
      const folder = path.dirname(file)
      const isIn = folders.has(folder) || (isAnywhere && folder.startsWith(`${base}/`))
      return isIn && /\.Rmd$/iu.test(file) && !path.basename(file).startsWith('_')
    })
    .toSorted(byNaturalOrder)
}

function divide(chapters: readonly string[], files: BookFiles): {parts: OutlinePart[]; back: string[]} {
  const parts: OutlinePart[] = []
  const back: string[] = []
  let isAppendix = false
  for (const file of chapters) {
    const text = files.textOf(file) ?? ''
    const [, part] = /^#\s+\(PART(?:\\\*)?\)\s*(.*?)\s*(?:\{[^}]*\})?\s*$/mu.exec(text) ?? []
    isAppendix ||= /^#\s+\(APPENDIX\)/mu.test(text)
    const last = parts.at(-1)
    if (isAppendix) back.push(file)
    else if (part !== undefined || !last) parts.push({...(part ? {title: part} : {}), chapters: [file]})
    else parts[parts.length - 1] = {...last, chapters: [...last.chapters, file]}
  }
  return {parts, back}
}
