import type {ContentUnit} from '../../model/coverage.ts'
import type {Course} from '../../model/course.ts'

/** A finished file, and what it should hold. */
export interface ArtifactSource {
  readonly contents: Uint8Array
  readonly course: Course
  readonly units: readonly ContentUnit[]
}
