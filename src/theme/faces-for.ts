import type {ThemeFace} from './theme-settings.ts'

/** A theme's faces for a course in a language: only where that is Chinese or Japanese do Latin faces leave marks to those of its script. */
export function facesFor(language: string, faces: readonly ThemeFace[]): ThemeFace[] {
  const isWide = /^(?:zh|ja|ko)\b/iu.test(language)
  return faces.map((face) => (isWide ? face : {...face, without: ''}))
}
