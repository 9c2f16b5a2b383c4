/** Characters that only one of the two ways to write Chinese has, among the most frequent. */
const onlySimplified = /[这来个们时说国会对学么现开还过进发问关间东车见长门马书样实应为]/gu
const onlyTraditional = /[這來個們時說國會對學麼現開還過進發問關間東車見長門馬書樣實應為]/gu

/** Words that are frequent in one language and rare in the others. */
const frequentWords: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|and|of|is|that|with|this)\b/gu,
  de: /\b(?:der|die|und|das|ist|nicht|ein|mit)\b/gu,
  fr: /\b(?:les|des|est|une|dans|que|pour|vous)\b/gu,
  es: /\b(?:los|las|una|que|para|con|por|del)\b/gu,
  pt: /\b(?:uma|não|para|com|dos|que|são|você)\b/gu,
  it: /\b(?:che|della|per|una|sono|con|gli|nel)\b/gu,
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** The BCP 47 language of texts, by their script and, for Latin letters, their frequent words; code is left out. */
export function languageOf(texts: readonly string[]): string {
  const text = texts.map(withoutCode).join('\n')
  const letters = count(text, /\p{Letter}/gu)
  const han = count(text, /\p{Script=Han}/gu)
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const hangul = count(text, /\p{Script=Hangul}/gu)
  const cyrillic = count(text, /\p{Script=Cyrillic}/gu)
  // A Chinese word says as much as four Latin letters.
  const share = (own: number, weight: number) => own * weight > letters * 0.3
  if (share(kana, 2) && kana > 0) return 'ja'
  if (share(hangul, 2)) return 'ko'
  if (share(cyrillic, 1)) return 'ru'
  if (share(han, 3)) return count(text, onlyTraditional) > count(text, onlySimplified) ? 'zh-TW' : 'zh-CN'
  const lower = text.toLowerCase()
  const ranked = Object.entries(frequentWords).map(([language, words]) => ({language, found: count(lower, words)}))
  const [best] = ranked.toSorted((a, b) => b.found - a.found)
  return best && best.found > 0 ? best.language : 'en'
}

const withoutCode = (text: string) =>
  text.replaceAll(/^(`{3,}|~{3,})[\s\S]*?^\1/gmu, '').replaceAll(/`[^`\n]*`|https?:\S+/gu, '')
