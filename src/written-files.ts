import path from 'node:path'
import type {VFile} from 'vfile'
import type {WrittenFile} from './model/coverage.ts'

/** A Markdown file as it was read, before anything was made of it. */
export interface WrittenText {
  readonly file: VFile
  readonly text: string
  readonly isIncluded: boolean
}

const isMarkdown = ({path: name}: VFile) => /\.(?:md|markdown|qmd|rmd)$/iu.test(name)

/** Chapters as they were read; of notebooks nothing. Parsing changes their files. */
export const writtenChapters = (chapters: readonly VFile[]): WrittenText[] =>
  chapters.filter((file) => isMarkdown(file)).map((file) => ({file, text: String(file), isIncluded: false}))

/** What chapters include of Markdown, where they include all of it. */
export function writtenIncludes(included: Iterable<VFile>, chapters: readonly WrittenText[]): WrittenText[] {
  const includes = chapters.flatMap(({text}) => text.split('\n').filter((line) => /include|--8<--/u.test(line)))
  const isWhole = (file: VFile) => {
    const named = includes.filter((line) => line.includes(path.basename(file.path)))
    return named.length > 0 && !named.some((line) => /\b(?:lines|region)=|:[\w-]+\s*[}"']/u.test(line))
  }
  return [...included]
    .filter((file) => isMarkdown(file) && isWhole(file))
    .map((file) => ({file, text: String(file), isIncluded: true}))
}

/** Files as they were written, with the lines that have messages; without files that were too large to be read. */
export function writtenFiles(texts: readonly WrittenText[]): WrittenFile[] {
  const read = texts.filter(({file}) => file.messages.every(({ruleId}) => ruleId !== 'chapter-has-bearable-size'))
  return read.map(({file, isIncluded, text}) => {
    const reported = reportedLines(file)
    return {
      path: file.path,
      text,
      isIncluded,
      isReported: (line) => reported.some(([first, last]) => first <= line && line <= last),
    }
  })
}

/** First and last lines of what has a message, or has none because a comment silences it. */
function reportedLines({data, messages}: VFile): (readonly [number, number])[] {
  const silenced = (data.suppressions ?? []).filter((one) => one.silenced.size > 0)
  return [
    ...messages.flatMap(({place}) => {
      if (!place) return []
      return 'start' in place ? [[place.start.line, place.end.line] as const] : [[place.line, place.line] as const]
    }),
    ...silenced.map(({firstLine, lastLine}) => [firstLine, lastLine] as const),
  ]
}
