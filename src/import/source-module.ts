import path from 'node:path/posix'
import type {BookFiles} from './outline.ts'

/** A JavaScript, TypeScript or JSON file of a book, read as data. */
export interface SourceModule {
  readonly path: string
  /** Its text, where comments are blanks. */
  readonly source: string
  /** The module that a relative specifier names; absent where the book has none of that name. */
  readonly open: (specifier: string) => SourceModule | undefined
}

/** A module of a book by its path. Others are read when they are opened; nothing is run. */
export function openModule(files: BookFiles, file: string): SourceModule {
  return {
    path: file,
    source: blankComments(files.textOf(file) ?? ''),
    open(specifier) {
      if (!/^\.{1,2}(?:\/|$)/u.test(specifier)) return undefined
      const named = path.join(path.dirname(file), specifier)
      const found = spellings(named).find((one) => files.paths.has(one))
      return found === undefined ? undefined : openModule(files, found)
    },
  }
}

const extensions = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'] as const

/** Files that a specifier may mean; TypeScript names its files as the JavaScript that is made of them. */
function spellings(named: string): string[] {
  const stem = named.replace(/\.[cm]?js$/u, '')
  return [named, ...[named, stem, path.join(named, 'index')].flatMap((base) => extensions.map((end) => base + end))]
}

/** Comments become blanks, so that places stay. Strings keep what looks like a comment. */
export function blankComments(source: string): string {
  return source.replaceAll(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu,
    (whole, text?: string) => text ?? whole.replaceAll(/[^\n]/gu, ' '),
  )
}
