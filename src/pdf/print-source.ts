import type {Renderers} from '../html/render-context.ts'
import type {Theme} from '../theme/load-theme.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'

export interface PrintAssets {
  readonly theme: Theme
  /** As TrueType: Chromium embeds any other kind as Type 3. */
  readonly fonts: readonly SubsetFace[]
  readonly renderers: Renderers
}

export interface PrintSource {
  readonly html: string
  /** As the window of a reader shows it. */
  readonly title: string
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Ids that must be named destinations of the PDF. */
  readonly anchors: readonly string[]
  /** Of the trimmed page, in mm, where running heads and folios stand; absent where there are none. */
  readonly margins?: {readonly top: number; readonly bottom: number}
}
