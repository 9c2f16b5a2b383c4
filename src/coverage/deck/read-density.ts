import type {SlideDensity} from '../../model/coverage.ts'

/** Runs in the deck: how much stands on each slide, its heading and foot left out. A line is a row of text as it is set. */
export function readDensity(): SlideDensity[] {
  let chapter = ''
  const sections = Array.from(document.querySelectorAll<HTMLElement>('.slides > section'))
  return sections.map((section, index) => {
    const text = section.querySelector<HTMLElement>('.slide-body')?.textContent ?? ''
    const heading = section.querySelector('.slide h1, .slide h2')?.textContent?.trim() ?? ''
    const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
    const words = text.match(/[\p{Script=Latin}\p{Script=Greek}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
    if (section.querySelector('.slide-chapter')) chapter = section.id
    const seconds = Number(section.dataset['timing'] ?? 0)
    return {
      slide: index + 1,
      id: section.id,
      heading,
      characters: han,
      words,
      lines: countLines(section),
      chapter,
      seconds,
    }
  })

  function countLines(section: HTMLElement): number {
    const body = section.querySelector('.slide-body')
    if (!body) return 0
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    const rows = new Set<number>()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.textContent?.trim() || node.parentElement?.closest('svg, sup, sub, rt')) continue
      range.selectNodeContents(node)
      // Rows of the same height on the slide are one line, in whatever column.
      for (const {bottom, width} of range.getClientRects()) if (width > 1) rows.add(Math.round(bottom / 6))
    }
    return rows.size
  }
}
