const digits = '零一二三四五六七八九'

/** 1 to 999 as Chinese writes them: 一, 十, 二十一, 一百零五. */
export function chineseNumeral(number: number): string {
  const [ones, tens, hundreds] = [number % 10, Math.floor(number / 10) % 10, Math.floor(number / 100)]
  const last = ones > 0 ? digits[ones] : ''
  if (hundreds > 0) {
    const middle = tens > 0 ? `${digits[tens]}十` : ones > 0 ? '零' : ''
    return `${digits[hundreds]}百${middle}${last}`
  }
  if (tens === 0) return digits[ones] ?? ''
  return `${tens > 1 ? digits[tens] : ''}十${last}`
}
