import type {Target} from './output.ts'

/** A finished output: files below the output folder, not yet written. */
export interface Artifact {
  readonly target: ArtifactTarget
  /** The file a person opens, relative to the output folder. */
  readonly entry: string
  readonly files: readonly ArtifactFile[]
}

export type ArtifactTarget = Target | 'site' | 'coverage' | 'changes'

/** One whose contents are in pieces can be read once. */
export type ArtifactFile = WholeFile | FileInPieces

export interface WholeFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string
  readonly contents: Uint8Array
}

export interface FileInPieces {
  readonly path: string
  /** Made as they are asked for. */
  readonly contents: AsyncIterable<Uint8Array>
}

/** An output whose files stand in a folder: nothing of them is held any more. */
export interface WrittenArtifact {
  readonly target: ArtifactTarget
  readonly entry: string
  readonly files: readonly WrittenFile[]
}

export interface WrittenFile {
  readonly path: string
  /** In bytes. */
  readonly size: number
}
