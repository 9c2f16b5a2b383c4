/** All of this runs in the page, again for each plan: what an earlier one put there goes. */

/**
 * Numbers of pages where they are named. With `keepsRoom` each takes as much room as any that it had: then plans can only need more room than
 * those before, and come to an end.
 */
export function fillPageNumbers({keepsRoom, labels}: {keepsRoom: boolean; labels: [string, string][]}): void {
  const numbers = new Map(labels)
  for (const element of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const {after = '', before = '', pageOf = ''} = element.dataset
    const width = element.getBoundingClientRect().width
    element.textContent = before + (numbers.get(pageOf) ?? '') + after
    if (!keepsRoom || !element.textContent) continue
    element.style.display = 'inline-block'
    element.style.minWidth = `${Math.max(width, element.getBoundingClientRect().width)}px`
  }
}

/** An index names a page once, however often the words are there; with `keepsRoom` it names again what it named before. */
export function hideTwins({keepsRoom}: {keepsRoom: boolean}): void {
  for (const places of document.querySelectorAll('.index-places')) {
    const seen = new Set<string | null>()
    for (const link of places.querySelectorAll<HTMLElement>('a')) {
      const stays = keepsRoom && !link.hidden
      link.hidden = seen.has(link.textContent) && !stays
      const comma = link.previousElementSibling as HTMLElement | null
      if (comma) comma.hidden = link.hidden
      seen.add(link.textContent)
    }
  }
}

/** Blank pages before what has these ids. */
export function setBlankPages(ids: string[]): void {
  for (const blank of document.querySelectorAll('.blank-page')) blank.remove()
  for (const id of ids) {
    const blank = document.createElement('div')
    blank.className = 'blank-page'
    document
      .querySelector(`#${CSS.escape(id)}`)
      ?.closest('body > *')
      ?.before(blank)
  }
}

/** Says of a listing that begins a page that it goes on; `breaks` are the places where pages begin. */
export function markContinued({breaks, word}: {breaks: string[]; word: string}): void {
  for (const mark of document.querySelectorAll('.continued')) mark.remove()
  for (const id of breaks) {
    const line = document.querySelector(`#${CSS.escape(id)}`)?.closest('.line')
    if (!line?.previousElementSibling) continue
    const mark = document.createElement('span')
    mark.className = 'continued'
    mark.dataset['word'] = word
    line.prepend(mark)
  }
}

/** Counter styles of running heads and folios. */
export function setHeads(css: string): void {
  const sheet = document.querySelector('#page-plan') ?? document.createElement('style')
  sheet.id = 'page-plan'
  sheet.textContent = css
  document.head.append(sheet)
}

/** Marks and their links go, and places that an index does not name, so that the book has nothing of them. */
export function removeMarks(): void {
  for (const hidden of document.querySelectorAll('.index-places > [hidden]')) hidden.remove()
  for (const mark of document.querySelectorAll('.page-mark')) {
    document.querySelector(`.anchors > a[href='#${mark.id}']`)?.remove()
    const {parentElement} = mark
    mark.remove()
    parentElement?.normalize()
  }
}

/**
 * What is kept on one page but is longer than one begins where it stands, and not on a page of its own. `pages` says where ids
 * stand; that two of them in it are on different pages means that it did not fit on a whole one.
 */
export function releaseLong(pages: [string, number][]): void {
  const pageOf = new Map(pages)
  for (const element of document.querySelectorAll('table, .nosplit, .callout, .exercise, .theorem')) {
    const inside = [element, ...element.querySelectorAll('[id]')].map(({id}) => pageOf.get(id))
    const found = new Set(inside.filter((page) => page !== undefined))
    if (found.size > 1) element.classList.add('longer-than-page')
  }
}

/**
 * Marks what is kept whole in columns of `width`, in mm. Paragraphs of three lines and less: with two lines on either page they cannot be torn,
 * but the engine leaves the third alone when something that is kept together follows. Lines of code that wrap, so that a page begins with one;
 * but not those that may be longer than a page.
 */
export function keepShort(width: number): void {
  const {body} = document
  body.style.width = `${width}mm`
  const short = Array.from(document.querySelectorAll('.chapter :is(p, li, dd)')).filter((element) => {
    const isInline = !element.querySelector('p, ul, ol, dl, div, table, figure, pre, blockquote')
    return isInline && element.clientHeight < 3.9 * Number.parseFloat(getComputedStyle(element).lineHeight)
  })
  const lines = Array.from(document.querySelectorAll('pre .line'), (line) => {
    const rows = line.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(line).lineHeight)
    return {line, name: rows < 1.5 ? '' : rows < 20 ? 'wrapped' : 'long'}
  })
  body.style.width = ''
  for (const element of short) element.classList.add('short')
  for (const {line, name} of lines) if (name) line.classList.add(name)
}
