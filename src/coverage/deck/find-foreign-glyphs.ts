import type {DeckDefect} from './deck-defect.ts'

/**
 * Runs in the deck. Each letter and digit on a slide is in a face of the deck itself: what is not comes from the
 * fonts of whoever opens it, or as an empty box. Words of drawings are left out.
 */
export function findForeignGlyphs(): DeckDefect[] {
  const faces = Map.groupBy(Array.from(document.fonts), ({family}) => plain(family))
  const ranges = new Map(
    Array.from(faces, ([family, own]) => [family, own.flatMap(({unicodeRange}) => rangesOf(unicodeRange))]),
  )
  const known = new Map<string, boolean>()
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || element.closest('svg')) continue
      const {fontFamily} = getComputedStyle(element)
      const foreign = Array.from(node.textContent).find((one) => /[\p{L}\p{N}]/u.test(one) && !isOwn(one, fontFamily))
      if (!foreign) continue
      const unit = element.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''
      const chinese = `有字体里没有的字“${foreign}”`
      const english = `no font of the deck has “${foreign}”`
      return [{ruleId: 'slide-is-readable' as const, slide: index + 1, unit, chinese, english}]
    }
    return []
  })

  function isOwn(character: string, fontFamily: string): boolean {
    const key = `${character} ${fontFamily}`
    const code = character.codePointAt(0) ?? 0
    const families = fontFamily.split(',').map((family) => plain(family))
    // Fonts that a course takes from elsewhere by its own choice are not the deck's to have.
    const isChosen = ranges.size > 0 && !families.some((family) => ranges.has(family))
    const isIn = (family: string) => ranges.get(family)?.some(([from, to]) => from <= code && code <= to) ?? false
    const answer = known.get(key) ?? (isChosen || families.some((family) => isIn(family)))
    known.set(key, answer)
    return answer
  }

  function plain(family: string): string {
    return family.trim().replaceAll(/^["']|["']$/gu, '')
  }

  function rangesOf(text: string): (readonly [number, number])[] {
    return text.split(',').map((part) => {
      const [from = '0', to = from] = part.trim().replace(/^U\+/iu, '').split('-')
      return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'f'), 16)]
    })
  }
}
