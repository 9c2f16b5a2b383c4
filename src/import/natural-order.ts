import path from 'node:path/posix'

// Latin letters before Chinese characters: Day01 before 番外篇.
const collator = new Intl.Collator('en', {numeric: true, sensitivity: 'base'})

const isIndex = (name: string) => /^_?(?:index|readme)\.[a-z]+$/iu.test(name)

/** Compares paths as a reader counts: 2 before 10, 第二章 before 第十章, the index or README of a folder before all in it. */
export function byNaturalOrder(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')]
  const shared = left.findIndex((name, index) => name !== right[index])
  if (shared < 0 || shared >= right.length) return left.length - right.length
  const [one = '', other = ''] = [left[shared], right[shared]]
  const isFile = (parts: readonly string[]) => shared === parts.length - 1
  const first = (name: string, parts: readonly string[]) => (isFile(parts) && isIndex(name) ? 0 : 1)
  return (
    first(one, left) - first(other, right) ||
    // Of a name with and without `.md`, the file belongs before what is in the folder.
    collator.compare(countable(stem(one, isFile(left))), countable(stem(other, isFile(right)))) ||
    Number(isFile(right)) - Number(isFile(left)) ||
    collator.compare(one, other) ||
    (one < other ? -1 : 1)
  )
}

const stem = (name: string, isFile: boolean) => (isFile ? name.slice(0, name.length - path.extname(name).length) : name)

const digits = '零一二三四五六七八九'

/** Chinese numerals up to 99 after 第 or at the start of a name, as digits. */
function countable(name: string): string {
  return name.replace(
    /^(第?)([零一二三四五六七八九十]{1,3})(?=[章节讲部篇课、.\s]|$)/u,
    (whole, before: string, numeral: string) => {
      const [tens = '', ones = ''] = numeral.includes('十') ? numeral.split('十') : ['零', numeral]
      const value = 10 * (tens === '' ? 1 : digits.indexOf(tens)) + (ones === '' ? 0 : digits.indexOf(ones))
      return Number.isNaN(value) || value < 0 ? whole : `${before}${value}`
    },
  )
}
