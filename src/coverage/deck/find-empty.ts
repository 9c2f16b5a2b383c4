import type {DeckDefect} from './deck-defect.ts'

/**
 * Runs in the deck. Whatever stands on a slide shows something: an item, a line, a row or a block without a word, a picture or a rule is
 * a bullet that says nothing, and a slide whose body has none but those is blank.
 */
export function findEmpty(): DeckDefect[] {
  const slides = Array.from(document.querySelectorAll<HTMLElement>('.slides > section > .slide'))
  return slides.flatMap((slide, index) => {
    const body = slide.querySelector('.slide-body')
    if (!body) return []
    // An item that is numbered says its number, and rows that are all blank are a form.
    const parts = Array.from(
      body.querySelectorAll<HTMLElement>('ul > li, tbody > tr, dt, dd, [data-block]:not(.pause)'),
    )
    const empty = parts.find((part) => !shows(part) && !isOfForm(part))
    if (empty) {
      const unit = empty.closest<HTMLElement>('[data-block]')?.dataset['block'] ?? ''
      const chinese = '有空白的条目或段落'
      return [
        {
          ruleId: 'slide-is-readable' as const,
          slide: index + 1,
          unit,
          chinese,
          english: 'an item or a block shows nothing',
        },
      ]
    }
    if (shows(body)) return []
    return [
      {
        ruleId: 'slide-is-readable' as const,
        slide: index + 1,
        unit: '',
        chinese: '没有内容',
        english: 'nothing is on it',
      },
    ]
  })

  function isOfForm(part: Element): boolean {
    const rows = part.matches('tr') ? Array.from(part.parentElement?.children ?? []) : []
    return rows.length > 0 && rows.every((row) => !shows(row))
  }

  function shows(element: Element): boolean {
    const text = (element.textContent ?? '').replaceAll(/[\s\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    const picture = 'img, svg, math, hr, video, input, .blank, [role=img]'
    return text !== '' || element.matches(picture) || element.querySelector(picture) !== null
  }
}
