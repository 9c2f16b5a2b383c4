import {matchGroups} from '../match-groups.ts'
import {proseLines, type ForeignText} from './foreign-text.ts'

/** What only the decks of reveal.js, Marp and Slidev have. */
const marks =
  /<!-- *\.(?:slide|element):|^marp: *true|<!-- *_?(?:class|paginate|theme|backgroundColor|footer|header|size|color|headingDivider) *:|!\[bg\b|<v-clicks?\b|^::(?:left|right)::$|^layout: *(?:cover|two-cols|center|default|section|intro|image|image-right|image-left|quote|fact|statement|end|iframe)\b/mu
const separator = /^(?:---+|--|\*\*\*)\s*$/u

/**
 * What a Markdown file of reveal.js, Marp or Slidev says of its slides. What it keeps for the speaker (`Note:`, and comments
 * where the file is such a deck) becomes speaker notes: it is never the students' text.
 */
export function translateDecks(text: ForeignText): void {
  const {lines} = text
  const whole = lines.join('\n')
  const isDeck = marks.test(whole)
  translateMatter(text)
  if (isDeck) translateComments(text, !/<!-- *\.(?:slide|element):/u.test(whole))
  translateNotes(text, isDeck)
  translateImages(text)
  translateVertical(text, isDeck)
}

const ofSlide =
  /^(?:layout|class|background|transition|clicks|level|title|hideInToc|image|src|disabled|zoom|dragPos|name)\b/u

/** `---`, `layout: two-cols`, `---`: a slide's own front matter (Slidev). */
function translateMatter({lines, note}: ForeignText): void {
  if (!lines.some((line) => ofSlide.test(line))) return
  for (const [index, line] of proseLines(lines)) {
    if (index === 0 || line.trimEnd() !== '---') continue
    const end = matterEnd(lines, index)
    if (end < 0 || !lines.slice(index + 1, end).some((one) => ofSlide.test(one))) continue
    note({tool: 'Slidev', construct: 'front matter', outcome: 'dropped', remedy: '## … {layout=columns}'}, index)
    for (let at = index + 1; at <= end; at++) lines[at] = ''
  }
}

/** The line of the closing dashes after nothing but keys; -1 where there is none. */
function matterEnd(lines: readonly string[], index: number): number {
  let end = index + 1
  while (/^[A-Za-z][\w-]*:(?: .*)?$|^ {2,}\S/u.test(lines[end] ?? '')) end++
  return end > index + 1 && lines[end]?.trimEnd() === '---' ? end : -1
}

const directive =
  /^_?(?:class|paginate|theme|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|color|footer|header|size|headingDivider|style|math|marp|fit|auto-scaling)\s*:|^fit$/u

/** Comments of a deck: directives go, what is left is for the speaker. */
function translateComments({lines, note}: ForeignText, areNotes: boolean): void {
  let next = 0
  for (const [index, line] of proseLines(lines)) {
    const end = index < next || !/^\s*<!--/u.test(line) ? -1 : commentEnd(lines, index)
    if (end < 0) continue
    next = end + 1
    const inner = lines.slice(index, next).join('\n').trim().slice(4, -3).trim()
    const kind = kindOf(inner)
    if (kind === 'reveal')
      note({tool: 'reveal.js', construct: inner.split(':')[0] ?? '', outcome: 'dropped', remedy}, index)
    if (kind === 'directive') {
      note({tool: 'Marp', construct: 'directive', outcome: 'dropped', remedy}, index)
      for (let at = index; at <= end; at++) lines[at] = ''
    } else if (kind === 'note' && areNotes) quoteComment(lines, index, end)
  }
}

const remedy = '## … {background-color="#…"}'

function kindOf(inner: string): 'directive' | 'note' | 'other' | 'reveal' {
  if (/^\.(?:slide|element):/u.test(inner)) return 'reveal'
  if (!inner || /^(?:lectern-disable|more\b)/u.test(inner)) return 'other'
  return inner.split('\n').every((line) => directive.test(line.trim())) ? 'directive' : 'note'
}

/** The line that ends a comment with nothing after it. */
function commentEnd(lines: readonly string[], index: number): number {
  const end = lines.findIndex((line, at) => at >= index && line.includes('-->'))
  return /-->\s*$/u.test(lines[end] ?? '') ? end : -1
}

function quoteComment(lines: string[], start: number, end: number): void {
  for (let at = start; at <= end; at++) {
    const bare = (lines[at] ?? '').replace(/^\s*<!-- ?/u, '').replace(/ ?-->\s*$/u, '')
    lines[at] = `> ${at === start ? '[!notes:] ' : ''}${bare}`.trimEnd()
  }
}

/** `Note:` and all that follows on its slide (reveal.js). */
function translateNotes({lines}: ForeignText, isDeck: boolean): void {
  if (!lines.some((line) => /^Notes?:/u.test(line))) return
  const prose = new Map(proseLines(lines))
  const isBreak = (line: string, at: number) => separator.test(line) && !lines[at - 1]?.trim()
  const hasBreaks = Array.from(prose).some(([at, line]) => isBreak(line, at))
  // Where nothing parts slides, the rest of the chapter would be the speaker's: a paragraph is enough.
  const ends = hasBreaks ? separator : /^\s*$/u
  let next = 0
  for (const [index, line] of prose) {
    const found = index < next ? undefined : matchGroups<'rest'>(/^Notes?:(?<rest>.*)$/u, line)
    if (!found) continue
    const end = lines.findIndex((one, at) => at > index && prose.has(at) && ends.test(one))
    // Elsewhere it is how a paragraph begins.
    if (!isDeck && !(hasBreaks && found.rest.trim() === '' && end >= 0)) continue
    next = end < 0 ? lines.length : end
    quoteNotes(lines, index, next)
  }
}

function quoteNotes(lines: string[], start: number, end: number): void {
  let last = end
  while (last > start + 1 && !lines[last - 1]?.trim()) last--
  lines[start] = `> [!notes:] ${(lines[start] ?? '').replace(/^Notes?:\s*/u, '')}`.trimEnd()
  for (let at = start + 1; at < last; at++) lines[at] = `> ${lines[at]}`.trimEnd()
}

const look =
  /^(?:bg|left|right|vertical|fit|cover|contain|auto|\d+%|(?:left|right):\d+%|[wh]:\S+|width:\S+|height:\S+|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S+)?)$/u
const ofMarp = /^(?:bg|w:\S+|h:\S+|width:\S+|height:\S+)$/u

/** Marp's words in an image's description: `![bg right:40%]`, `![w:200 h:100]`. */
function translateImages({lines, note}: ForeignText): void {
  if (!lines.some((line) => /!\[[^\][]*\b(?:bg|w|h|width|height)\b/u.test(line))) return
  for (const [index, line] of proseLines(lines)) {
    lines[index] = line.replaceAll(
      /!\[(?<alt>[^\][]*)\](?<target>\([^()\s]+\))(?!\{)/gu,
      (written: string, alt: string, target: string) => {
        const words = alt.trim().split(/\s+/u)
        if (!words.some((one) => ofMarp.test(one))) return written
        note({tool: 'Marp', construct: 'image', outcome: 'flattened', remedy: '![…](…){width=40%}'}, index)
        const width = /\b(?:w|width):(?<width>\d+)(?:px)?(?:\s|$)/u.exec(alt)?.groups?.['width']
        return `![${words.filter((one) => !look.test(one)).join(' ')}]${target}${width ? `{width=${width}px}` : ''}`
      },
    )
  }
}

/** `--` alone parts the slides of a column (reveal.js). */
function translateVertical({lines}: ForeignText, isDeck: boolean): void {
  if (!isDeck) return
  for (const [index, line] of proseLines(lines)) {
    const isAlone = !lines[index - 1]?.trim() && !lines[index + 1]?.trim()
    if (isAlone && /^--\s*$/u.test(line)) lines[index] = '---'
  }
}
