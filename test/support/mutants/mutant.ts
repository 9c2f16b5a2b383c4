import type {Edition, Output, Target} from '../../../src/model/output.ts'
import {chooser, type Choose} from './chooser.ts'

/** Finished files by their path in the output folder. */
export type Files = ReadonlyMap<string, Uint8Array>

/** What a defect writes; an absent value takes the file away. */
export type Changes = ReadonlyMap<string, Uint8Array | undefined>

export interface Mutation {
  readonly changes: Changes
  /** What was hit, for a person: a text, an id, a path. */
  readonly victim: string
}

/** `alone`: without the deck that PDFs of slides are held against. */
export type ArtifactName =
  | Output
  | 'slides alone'
  | 'handout alone'
  | 'teacher deck'
  | 'teacher handout'
  | 'site'
  | 'coverage'

/** One defect, made on finished files and never through a writer. */
export interface Mutant {
  readonly id: string
  readonly category: string
  readonly artifact: ArtifactName
  /** What is wrong in the file afterwards. */
  readonly what: string
  /** What is read back beside the artifact, for a defect that only another one tells. */
  readonly beside: readonly Target[]
  readonly apply: (files: Files) => Mutation | Promise<Mutation>
}

export interface Defect {
  readonly artifact: ArtifactName
  readonly what: string
  /** How many victims; each gets a mutant of its own. */
  readonly times: number
  readonly beside?: readonly Target[]
  readonly make: (files: Files, choose: Choose) => Mutation | Promise<Mutation>
}

export const defect = (artifact: ArtifactName, what: string, make: Defect['make']): Defect => ({
  artifact,
  what,
  make,
  times: 1,
})

/** The slides PDF shows of each block what the deck shows: a line that the deck alone has lost is found there. */
export const slidesToo: readonly Target[] = [{output: 'slides', edition: 'student'}]

/** Found only when another output is read back, too. */
export const against = (beside: readonly Target[], one: Defect): Defect => ({...one, beside})

/** A mutant for each of so many victims. */
export const several = (times: number, one: Defect): Defect => ({...one, times})

/** The mutants of a category: `key/artifact/number`. */
export function mutantsOf(key: string, category: string, defects: readonly Defect[]): Mutant[] {
  const seen = new Map<string, number>()
  return defects.flatMap(({artifact, beside = [], make, times, what}) =>
    Array.from({length: times}, (_, victim): Mutant => {
      const number = (seen.get(artifact) ?? 0) + 1
      seen.set(artifact, number)
      const choose = () => chooser(`${key} ${artifact} ${what}`, victim)
      const id = `${key}/${artifact.replace(' ', '-')}/${number}`
      return {id, category, artifact, what, beside, apply: (files) => make(files, choose())}
    }),
  )
}

const of = (edition: Edition, ...outputs: Output[]): Target[] =>
  outputs.map((output) => (output === 'handout' ? {output, edition, layout: 'notes'} : {output, edition}))

/** What has to be read back to judge an artifact: PDFs of slides are held against the deck. */
export const targetsOf: Readonly<Record<ArtifactName, readonly Target[]>> = {
  deck: of('student', 'deck'),
  epub: of('student', 'epub'),
  pdf: of('student', 'pdf'),
  slides: of('student', 'deck', 'slides'),
  handout: of('student', 'deck', 'handout'),
  'slides alone': of('student', 'slides'),
  'handout alone': of('student', 'handout'),
  'teacher deck': of('teacher', 'deck'),
  'teacher handout': of('teacher', 'deck', 'handout'),
  site: of('student', 'deck', 'epub', 'pdf', 'slides', 'handout'),
  coverage: of('student', 'deck'),
}
