import type {BookFiles, OutlineProblem} from './outline.ts'

/** Languages that files are translated into: codes of two letters that are no extension of code, with a region or without. */
const language =
  /^(?:ar|az|bg|bn|ca|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|nl|no|pl|pt|ro|ru|sk|sl|sr|sv|ta|th|tr|uk|ur|vi|zh)(?:[-_][A-Za-z]{2,4})?$/u

/** The file that one is a translation of, where it is beside it: `a.md` of `a.en.md`. */
export function originalOf(file: string, {paths}: BookFiles): string | undefined {
  const [, stem = '', code = '', extension = ''] = /^(.*[^/])\.([^./]+)(\.\w+)$/u.exec(file) ?? []
  const original = stem + extension
  return language.test(code) && paths.has(original) ? original : undefined
}

/** The translations of chapters that are no chapters themselves: a problem for each language, with the first file. */
export function translationsOf(chapters: readonly string[], files: BookFiles): OutlineProblem[] {
  const known = new Set(chapters)
  const left = [...files.paths].filter((file) => !known.has(file) && known.has(originalOf(file, files) ?? ''))
  const codeOf = (file: string) => file.split('.').at(-2) ?? ''
  return [...Map.groupBy(left, codeOf).values()].map(([path = '', ...others]) => ({
    kind: 'translation',
    path,
    reason: others.length === 0 ? '1 file' : `${others.length + 1} files`,
  }))
}
