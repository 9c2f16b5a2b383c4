import type {VFile} from 'vfile'
import {translateAdmonitions} from './admonitions.ts'
import {translateBackslashFormulas} from './backslash-formulas.ts'
import {translateBullets} from './bullets.ts'
import {translateContainers} from './container-fences.ts'
import {translateD2l} from './d2l.ts'
import {translateDecks} from './decks.ts'
import {translateDocsify} from './docsify.ts'
import {translateRawFences} from './raw-fences.ts'
import {translateFormulas} from './formulas.ts'
import {translateExerciseTags} from './exercise-tags.ts'
import {foreignText, type ForeignText} from './foreign-text.ts'
import {translateIncludes} from './include-lines.ts'
import {translateLatex} from './latex.ts'
import {translateLines} from './lines.ts'
import {translateLists} from './lists.ts'
import {translateMarkdownInHtml} from './markdown-in-html.ts'
import {translateMystFences} from './myst-fences.ts'
import {translateTables} from './tables.ts'
import {translateTags} from './tags.ts'

/** In this order: what makes fences goes before what counts their colons. */
const translations: readonly ((text: ForeignText) => void)[] = [
  translateRawFences,
  translateFormulas,
  translateBackslashFormulas,
  translateMarkdownInHtml,
  translateD2l,
  translateDecks,
  translateMystFences,
  translateAdmonitions,
  translateExerciseTags,
  translateTags,
  translateIncludes,
  translateLatex,
  translateDocsify,
  translateLines,
  translateContainers,
  translateTables,
  translateLists,
  translateBullets,
]

/**
 * Markdown as other tools write it, in lectern's spelling: line for line, so that messages still name the author's lines.
 * What has no meaning here keeps its content; each use is noted in `file.data.foreignUses`.
 */
export function translateForeign(text: string, file: VFile): string {
  const foreign = foreignText(text, file)
  for (const translate of translations) translate(foreign)
  return foreign.lines.join('\n')
}
