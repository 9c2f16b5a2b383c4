import {english} from './english.ts'
import {simplifiedChinese} from './simplified-chinese.ts'
import type {Locale} from './words.ts'

/** The locale of a BCP 47 language: by its primary subtag, English for those not known. */
export function localeFor(language: string): Locale {
  return language.toLowerCase().startsWith('zh') ? simplifiedChinese : english
}

/** Every character of a locale's words, for the fonts. */
export function localeWords(locale: Locale): string[] {
  const sample = [...Object.values(locale.labels), ...Object.values(locale.words)]
  return sample.map((word) => (typeof word === 'string' ? word : (word as (value: string) => string)('0')))
}
