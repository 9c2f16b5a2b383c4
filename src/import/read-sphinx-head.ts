import path from 'node:path/posix'
import type {BookFiles, Draft} from './outline.ts'
import {readIni} from './read-ini.ts'
import {namesIn, pathsIn, textIn} from './values.ts'

/** What `config.ini` of D2L's books says of a book, or `bibtex_bibfiles` of Sphinx's `conf.py`, which is read as data. */
export function readSphinxHead(files: BookFiles, folder: string): Partial<Draft> {
  const settings = files.textOf(path.join(folder, 'config.ini'))
  if (settings !== undefined) {
    const {author, lang, title} = readIni(settings, 'project')
    const own = textIn(title)
    return {
      ...(own === undefined ? {} : {title: own}),
      authors: namesIn(author),
      language: lang,
      bibliography: pathsIn(readIni(settings, 'pdf')['bibfile'], folder),
    }
  }
  const source = files.textOf(path.join(folder, 'conf.py')) ?? ''
  const [, list = ''] = /^bibtex_bibfiles\s*=\s*\[([^\]]*)\]/mu.exec(source) ?? []
  const named = Array.from(list.matchAll(/"([^"\n]*)"|'([^'\n]*)'/gu), ([, double, single]) => double ?? single)
  return {bibliography: pathsIn(named, folder)}
}
