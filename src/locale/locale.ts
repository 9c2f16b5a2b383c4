import {chineseNumeral} from './chinese-numeral.ts'
import {english} from './english.ts'
import {japanese} from './japanese.ts'
import {simplifiedChinese} from './simplified-chinese.ts'
import {traditionalChinese} from './traditional-chinese.ts'
import {filled, type Locale, type LocaleData} from './words.ts'

/** What a course says of its words. */
export interface LocaleSettings {
  /** BCP 47. */
  readonly language: string
  /** Numbers of chapters: 第 1 章, or 第一章. */
  readonly chapterNumerals: 'arabic' | 'chinese'
  /** Labels of its own, for instance `figure: 插图`. */
  readonly labels: Readonly<Record<string, string>>
}

export const labelNames = Object.keys(english.labels) as readonly (keyof LocaleData['labels'])[]

/** The words of a course: those of its language, English for one that is not known, and its own labels over them. */
export function localeFor({chapterNumerals, labels: own, language}: LocaleSettings): Locale {
  const data = dataFor(language)
  const labels = fill({...data.labels, ...own}) as Locale['labels']
  const words = fill(data.words) as Locale['words']
  const changes = fill(data.changes) as Locale['changes']
  const {keys, speakerView} = data
  if (chapterNumerals === 'arabic') return {labels, words, changes, keys, speakerView}
  // 第 1 章 is set with spaces and 第一章 without.
  const chapter = (number: number | string) => labels.chapter(chineseNumeral(Number(number))).replaceAll(' ', '')
  return {labels: {...labels, chapter}, words, changes, keys, speakerView}
}

function dataFor(language: string): LocaleData {
  const tag = language.toLowerCase()
  if (/^zh-(?:.*-)?(?:hant|tw|hk|mo)\b/u.test(tag)) return traditionalChinese
  if (/^zh\b/u.test(tag)) return simplifiedChinese
  return /^ja\b/u.test(tag) ? japanese : english
}

function fill(texts: Readonly<Record<string, string>>): Record<string, unknown> {
  const entries = Object.entries(texts).map(([name, text]) => {
    return [name, filled.includes(name) ? (value: number | string) => text.replace('{}', String(value)) : text]
  })
  return Object.fromEntries(entries) as Record<string, unknown>
}

/** Every character of a locale's words that stand in an output with fonts of its own. */
export function localeWords(locale: Locale): string[] {
  const sample = [...Object.values(locale.labels), ...Object.values(locale.words), ...Object.values(locale.keys)]
  return sample.map((word) => (typeof word === 'string' ? word : word('0123456789一二三四五六七八九十百')))
}
