import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'

export const folder = path.resolve('chapters')

export interface Chapter {
  readonly name: string
  readonly text: string
}

export interface Fence {
  readonly language: string
  readonly text: string
}

/** All chapters of the bundled course, front and back matter included, by their numbers. */
export const chapters: readonly Chapter[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .toSorted()
  .map((name) => ({name, text: readFileSync(path.join(folder, name), 'utf8')}))

/** The eight that are taught, without the preface, the glossary and the chronology. */
export const taught: readonly Chapter[] = chapters.filter(({name}) => /^0[1-8]-/u.test(name))

/** The glossary’s terms and what stands below each. */
export function glossaryTerms(): readonly {readonly term: string; readonly says: string}[] {
  const text = chapters.find(({name}) => name === '90-glossary.md')?.text ?? ''
  return [...text.matchAll(/^(?<term>[^\n:#-]+)\n: (?<says>.+)$/gmu)].map(({groups}) => ({
    term: groups?.['term'] ?? '',
    says: groups?.['says'] ?? '',
  }))
}

/** The fences of a chapter, in order. */
export function fencesOf({text}: Chapter): readonly Fence[] {
  return [...text.matchAll(/^```(?<language>\w+)[^\n]*\n(?<text>[\s\S]*?)^```$/gmu)].map(({groups}) => ({
    language: groups?.['language'] ?? '',
    text: groups?.['text'] ?? '',
  }))
}

/** What a student reads as prose: no front matter, code, notes, slides written by hand, nor alternative texts. */
export function proseOf({text}: Chapter): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/u, '')
    .replaceAll(/^(?<fence>`{3,})[\s\S]*?^\k<fence>$/gmu, '')
    .replaceAll(/^:::notes[\s\S]*?^:::$/gmu, '')
    .replaceAll(/^(?<colons>:{3,})slide\{[\s\S]*?^\k<colons>$/gmu, '')
    .replaceAll(/ (?:alt|short)="[^"]*"/gu, '')
}
