import type {ThemeFace} from './theme-face.ts'

/** A theme's faces for a course in a language: only where that is Chinese or Japanese do Latin faces leave marks to those of its script. */
export function facesFor(language: string, faces: readonly ThemeFace[]): ThemeFace[] {
  return faces.map((face) => (isWide(language) ? face : {...face, without: ''}))
}

/** Whether text in a language is set in characters that Latin fonts lack. */
export const isWide = (language: string): boolean => /^(?:zh|ja|ko)\b/iu.test(language)
