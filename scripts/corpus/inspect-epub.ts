import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {unzipSync} from 'fflate'
import {fromHtml} from 'hast-util-from-html'
import {hasJava, runEpubcheck} from '../../test/support/run-epubcheck.ts'
import {textOf} from './inspect-deck.ts'

export interface EpubFacts {
  readonly text: string
  /** What the Java EPUBCheck reports as wrong; absent where it did not run. */
  readonly epubcheck?: readonly string[]
}

/** The text of the finished e-book, and what EPUBCheck says of it; absent where there is none. */
export async function inspectEpub(finished: string): Promise<EpubFacts | undefined> {
  const name = (await readdir(finished).catch(() => [])).find((file) => file.endsWith('.epub'))
  if (name === undefined) return undefined
  const file = path.join(finished, name)
  const documents = unzipSync(await readFile(file), {filter: (entry) => entry.name.endsWith('.xhtml')})
  const texts = Object.entries(documents)
    .filter(([document]) => !/(?:nav|cover)\.xhtml$/u.test(document))
    .map(([, bytes]) =>
      textOf(fromHtml(new TextDecoder().decode(bytes).replaceAll(/<(\w+)([^<>]*)\/>/gu, '<$1$2></$1>'))),
    )
  const epubcheck = (await hasJava()) ? (await runEpubcheck(file)).filter(isWrong) : undefined
  return {text: texts.join('\n'), ...(epubcheck ? {epubcheck} : {})}
}

/** Usage hints and information are no faults. */
const isWrong = (line: string) => /^(?:FATAL|ERROR|WARNING) /u.test(line)
