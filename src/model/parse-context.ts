/** What reading a chapter's Markdown needs from outside of it. */
export interface ParseContext {
  /** `variables:` of `course.yml`, as text. */
  readonly variables: ReadonlyMap<string, string>
  /** Keys of the bibliography: `@key` is a citation where it is one of them. */
  readonly citationKeys: ReadonlySet<string>
  /** Texts of the files that chapters include, by their path below the course folder. */
  readonly included: ReadonlyMap<string, string>
}
