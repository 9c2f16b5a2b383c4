import type {VFile} from 'vfile'
import type {Refusal} from './refusal.ts'

/** What reading a chapter's Markdown needs from outside of it. */
export interface ParseContext {
  /** `variables:` of `course.yml`, as text. */
  readonly variables: ReadonlyMap<string, string>
  /** Keys of the bibliography: `@key` is a citation where it is one of them. */
  readonly citationKeys: ReadonlySet<string>
  /** The files that chapters include, by their path below the course folder; messages about what they hold are theirs. */
  readonly included: ReadonlyMap<string, VFile>
  /** Why others that they name are not read. */
  readonly refusals?: ReadonlyMap<string, Refusal>
}
