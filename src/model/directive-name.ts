import type {CalloutKind, TheoremKind} from './block.ts'

/** Container directives in their canonical spelling. */
export type DirectiveName =
  | CalloutKind
  | TheoremKind
  | 'column'
  | 'columns'
  | 'details'
  | 'except'
  | 'exercise'
  | 'glossary'
  | 'hint'
  | 'incremental'
  | 'nosplit'
  | 'notes'
  | 'only'
  | 'quiz'
  | 'slide'
  | 'solution'
