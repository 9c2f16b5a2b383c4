import type {OwnFace} from './own-font.ts'
import type {PackageFace} from './theme-settings.ts'

/** A face that a course is set in: of a package, or of a file that the course brings. */
export type ThemeFace = OwnFace | PackageFace

export const isOwnFace = (face: ThemeFace): face is OwnFace => 'font' in face

/** What distinguishes the faces that a course brings; capitals do not (CSS Fonts 4, 5.1). */
export const faceName = ({family, style, weight}: Pick<ThemeFace, 'family' | 'style' | 'weight'>): string =>
  `${family.toLowerCase()} ${weight} ${style}`
