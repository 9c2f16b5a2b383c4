import path from 'node:path/posix'
import {findNamed, chaptersIn} from '../markdown-files.ts'
import type {OutlinePart, Tool} from '../outline.ts'
import {readForeignYaml} from '../read-foreign-yaml.ts'
import {listOf, namesIn, recordOf, textIn} from '../values.ts'

/** `mkdocs.yml`: `nav`, whose outermost sections are parts; else the files of `docs_dir` by name. https://www.mkdocs.org/user-guide/configuration/#nav */
export const mkdocs: Tool = {
  name: 'mkdocs',
  read(files) {
    const [location] = findNamed(files, /(?:^|\/)mkdocs\.ya?ml$/u)
    if (location === undefined) return undefined
    const {problems, value} = readForeignYaml(files, location)
    const {docs_dir: folder, nav, site_author: author, site_name: title, theme} = recordOf(value)
    const base = path.join(path.dirname(location), textIn(folder) ?? 'docs')
    const parts =
      nav === undefined ? [{chapters: chaptersIn(files, base)}] : listOf(nav).flatMap((item) => partsOf(item, base))
    const language = textIn(recordOf(theme)['language'])
    return {title: textIn(title), authors: namesIn(author), language, parts, problems}
  },
}

function partsOf(item: unknown, base: string): OutlinePart[] {
  const own = textIn(item)
  if (own !== undefined) return [{chapters: local(own, base)}]
  return Object.entries(recordOf(item)).map(([title, value]) =>
    Array.isArray(value) ? {title, chapters: chaptersOf(value, base)} : {chapters: chaptersOf(value, base)},
  )
}

function chaptersOf(value: unknown, base: string): string[] {
  const own = textIn(value)
  if (own !== undefined) return local(own, base)
  if (Array.isArray(value)) return value.flatMap((one) => chaptersOf(one, base))
  return Object.values(recordOf(value)).flatMap((one) => chaptersOf(one, base))
}

const local = (name: string, base: string) => (/^[a-z][a-z0-9+.-]*:/iu.test(name) ? [] : [path.join(base, name)])
