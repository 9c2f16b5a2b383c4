import type {Objective} from './course.ts'

/** What a course has to teach, from `syllabus.yml`. */
export interface Syllabus {
  readonly sourcePath: string
  readonly topics: readonly Topic[]
  /** Objectives of the whole course; those of a chapter stand in its front matter. */
  readonly objectives: readonly (Objective & {readonly line: number})[]
}

export interface Topic {
  readonly id: string
  readonly title: string
  /** What the chapters that cover it must say: of each list, one. */
  readonly terms: readonly (readonly string[])[]
  readonly line: number
}
