import type {BookFiles} from '../../src/import/outline.ts'

/** Files of a book in memory. */
export function bookFiles(texts: Readonly<Record<string, string>>): BookFiles {
  return {paths: new Set(Object.keys(texts)), textOf: (path) => texts[path]}
}

/** Chapters that have nothing but a heading, by their paths. */
export function chapters(...paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, `# ${path}\n`]))
}
