/** The first character of each letter in the pinyin order of ICU; no syllable begins with I, U or V. */
const firsts = '吖八嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀'
const letters = 'ABCDEFGHJKLMNOPQRSTWXYZ'

/**
 * The heading under which an index has a term: its Latin letter, the first letter of its pinyin in a Chinese course, the
 * character itself in others, `#` for digits and signs.
 */
export function initialOf(term: string, language: string): string {
  const [first = ''] = term.normalize('NFD').toUpperCase()
  if (/[A-Z]/u.test(first)) return first
  if (!/\p{L}/u.test(first)) return '#'
  if (!language.startsWith('zh') || !/\p{Script=Han}/u.test(first)) return first
  const collator = new Intl.Collator('zh-u-co-pinyin')
  const after = Array.from(firsts).findLastIndex((boundary) => collator.compare(boundary, first) <= 0)
  return letters[after] ?? '#'
}
