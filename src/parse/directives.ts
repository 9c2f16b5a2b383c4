import type {DirectiveName} from '../model/directive-name.ts'

/** Every container directive with the attributes it understands besides `id` and `class`. */
export const directives = {
  notes: ['minutes'],
  only: ['in', 'edition'],
  except: ['in', 'edition'],
  slide: ['title', 'layout'],
  nosplit: [],
  incremental: [],
  columns: [],
  column: ['width'],
  details: ['title', 'open'],
  glossary: [],
  exercise: ['title', 'tests'],
  quiz: ['title', 'tests'],
  solution: ['for'],
  hint: [],
  note: ['title'],
  tip: ['title'],
  important: ['title'],
  warning: ['title'],
  caution: ['title'],
  definition: ['title'],
  theorem: ['title'],
  lemma: ['title'],
  example: ['title'],
  remark: ['title'],
  proof: ['title'],
} as const satisfies Record<DirectiveName, readonly string[]>

export interface FoundDirective {
  readonly name: DirectiveName
  readonly attributes: Readonly<Record<string, string>>
}

const aliases: ReadonlyMap<string, FoundDirective> = new Map([
  ['fragment', {name: 'incremental', attributes: {}}],
  ['slides-only', {name: 'only', attributes: {in: 'slides'}}],
  ['slide-only', {name: 'only', attributes: {in: 'slides'}}],
  ['book-only', {name: 'only', attributes: {in: 'book'}}],
  ['handout-only', {name: 'only', attributes: {in: 'handout'}}],
])

/** The canonical directive of a name, also of the spellings that are accepted besides. */
export function findDirective(name: string): FoundDirective | undefined {
  if (Object.hasOwn(directives, name)) return {name: name as DirectiveName, attributes: {}}
  const callout = name.replace(/^callout-/u, '')
  if (callout !== name && Object.hasOwn(directives, callout)) return {name: callout as DirectiveName, attributes: {}}
  return aliases.get(name)
}
