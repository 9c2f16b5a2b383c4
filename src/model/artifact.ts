import type {Target} from './output.ts'

/** A finished output: files below the output folder, in memory. */
export interface Artifact {
  readonly target: Target | 'site' | 'coverage' | 'changes'
  /** The file a person opens, relative to the output folder. */
  readonly entry: string
  readonly files: readonly ArtifactFile[]
}

export interface ArtifactFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string
  readonly contents: Uint8Array
}
