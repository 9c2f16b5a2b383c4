import {rejectedFonts} from './browser/rejected-fonts.ts'
import type {Pages} from './browser/open-browser.ts'
import type {Cache} from './cache/open-cache.ts'
import {reportProblem} from './diagnostics/report-problem.ts'
import {localeFor, localeWords} from './locale/locale.ts'
import type {Chapter, Course} from './model/course.ts'
import type {Edition} from './model/output.ts'
import {plainTitle} from './model/plain-title.ts'
import {selectEdition} from './model/select-edition.ts'
import {courseCharacters} from './theme/course-characters.ts'
import {facesFor} from './theme/faces-for.ts'
import {familyStacks} from './theme/family-stacks.ts'
import {linkedFontFaces} from './theme/font-faces.ts'
import type {Theme} from './theme/load-theme.ts'
import {subsetFonts, type SubsetFonts} from './theme/subset-fonts.ts'
import type {FailedFace} from './theme/subset-own-font.ts'
import {faceName, isOwnFace} from './theme/theme-face.ts'
import {withoutFace} from './theme/without-face.ts'

export interface EditionFonts {
  /** For printing and measuring. */
  readonly truetype: SubsetFonts
  /** For the deck. */
  readonly woff2: () => Promise<SubsetFonts>
}

export interface SubsetContext {
  readonly browser: Pages
  readonly cache: Cache
  readonly theme: Theme
  readonly signal: AbortSignal
}

export interface CourseFonts {
  readonly fonts: Readonly<Record<Edition, EditionFonts>>
  /** Without the faces that cannot be used. */
  readonly theme: Theme
}

/**
 * Fonts with the characters of each edition and no others. A font that the course brings and that turns out to be damaged is reported
 * where `course.yml` names it, and the theme's take its place.
 */
export async function subsetEditions(course: Course, context: SubsetContext): Promise<CourseFonts> {
  const fonts = {
    student: await subsetEdition(course, 'student', context),
    teacher: await subsetEdition(course, 'teacher', context),
  }
  const {theme} = context
  const truetype = [fonts.student.truetype, fonts.teacher.truetype]
  const failed = [...truetype.flatMap((one) => one.failed), ...(await findRejected(truetype, context))]
  if (failed.length === 0) return {fonts, theme}
  const distinct = new Map(failed.map((one) => [faceName(one.face), one]))
  for (const {face, reason} of distinct.values()) {
    const {family, font} = face
    reportProblem(font.origin.file, {
      ruleId: 'font-is-usable',
      reason: `字体 \`${font.path}\`（${family}）坏了 / Unexpected font \`${font.path}\` (${family}): ${reason}`,
      place: font.origin.place,
      hint: '重新下载，或重新导出 / download it again, or export it again',
    })
  }
  return subsetEditions(course, {...context, theme: failed.reduce((rest, {face}) => withoutFace(rest, face), theme)})
}

/** Faces that the browser does not take; it looks more closely than HarfBuzz. */
async function findRejected(fonts: readonly SubsetFonts[], {browser, theme}: SubsetContext): Promise<FailedFace[]> {
  const own = new Map(theme.faces.filter((face) => isOwnFace(face)).map((face) => [faceName(face), face]))
  const subsets = fonts.flatMap(({faces}) => faces).filter((face) => own.has(faceName(face)))
  const rejected = await rejectedFonts(browser, linkedFontFaces(subsets).files)
  const reason = '浏览器不接受它 / the browser rejects it'
  return subsets.flatMap((subset) => {
    const isRejected = [...linkedFontFaces([subset]).files.keys()].some((name) => rejected.has(name))
    const face = own.get(faceName(subset))
    return isRejected && face ? [{face, reason}] : []
  })
}

async function subsetEdition(
  course: Course,
  edition: Edition,
  {cache, signal, theme}: SubsetContext,
): Promise<EditionFonts> {
  const own = selectEdition(course, edition)
  const words = [
    ...localeWords(localeFor(course)),
    // Signs that stand for a formula in bookmarks and menus.
    ...own.chapters.flatMap((chapter) => [plainTitle(chapter.title), ...sectionTitles(chapter.sections)]),
    ...(edition === 'teacher' ? (course.lectures ?? []).map(({title}) => title) : []),
  ]
  const characters = courseCharacters(own, words)
  const faces = facesFor(course.language, theme.faces)
  const options = {cache, signal, stacks: familyStacks(theme.tokens)}
  return {
    truetype: await subsetFonts(faces, characters, {...options, format: 'truetype'}),
    woff2: () => subsetFonts(faces, characters, {...options, format: 'woff2'}),
  }
}

const sectionTitles = (sections: Chapter['sections']): string[] =>
  sections.flatMap(({sections: inner, title}) => [plainTitle(title), ...sectionTitles(inner)])
