import {codeLines, quoted, type ForeignText} from './foreign-text.ts'

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

/** `---`, `layout: two-cols`, `---`: a slide's own front matter (Slidev). */
function translateMatter({lines, note}: ForeignText): void {
  if (
    !lines.some((line) =>
      /^(?:layout|class|background|transition|clicks|level|hideInToc|src|disabled|zoom)\b/u.test(line),
    )
  )
    return
  const isCode = codeLines(lines)
  for (const [index, line] of lines.entries()) {
    if (isCode[index] || index === 0 || line.trimEnd() !== '---') continue
    let end = index + 1
    while (/^[A-Za-z][\w-]*:(?: .*)?$|^ {2,}\S/u.test(lines[end] ?? '')) end++
    const isMatter = end > index + 1 && (lines[end] ?? '').trimEnd() === '---'
    if (
      !isMatter ||
      !/^(?:layout|class|background|transition|clicks|level|title|hideInToc|image|src|disabled|zoom|dragPos|name)\b/mu.test(
        lines.slice(index + 1, end).join('\n'),
      )
    )
      continue
    note({tool: 'Slidev', construct: 'front matter', outcome: 'dropped', remedy: '## … {layout=columns}'}, index)
    for (let at = index + 1; at <= end; at++) lines[at] = ''
  }
}

const directive =
  /^_?(?:class|paginate|theme|backgroundColor|backgroundImage|backgroundPosition|backgroundRepeat|backgroundSize|color|footer|header|size|headingDivider|style|math|marp|fit|auto-scaling)\s*:|^fit$/u

/** Comments of a deck: directives go, what is left is for the speaker. */
function translateComments({lines, note}: ForeignText, areNotes: boolean): void {
  const isCode = codeLines(lines)
  for (let index = 0; index < lines.length; index++) {
    if (isCode[index] || !/^\s*<!--/u.test(lines[index] ?? '')) continue
    const end = lines.findIndex((line, at) => at >= index && line.includes('-->'))
    if (end < 0 || !/-->\s*$/u.test(lines[end] ?? '')) continue
    const inner = lines
      .slice(index, end + 1)
      .join('\n')
      .trim()
      .slice(4, -3)
      .trim()
    if (/^(?:lectern-disable|more\b|\.(?:slide|element):)/u.test(inner) || !inner) {
      if (inner.startsWith('.'))
        note(
          {
            tool: 'reveal.js',
            construct: inner.split(':')[0] ?? '',
            outcome: 'dropped',
            remedy: '## … {background-color="#…"}, :::incremental',
          },
          index,
        )
      continue
    }
    if (inner.split('\n').every((line) => directive.test(line.trim()))) {
      note({tool: 'Marp', construct: 'directive', outcome: 'dropped', remedy: '## … {background-color="#…"}'}, index)
      for (let at = index; at <= end; at++) lines[at] = ''
    } else if (areNotes) {
      for (let at = index; at <= end; at++) {
        const bare = (lines[at] ?? '').replace(/^\s*<!-- ?/u, '').replace(/ ?-->\s*$/u, '')
        lines[at] = at === index ? `> [!notes:] ${bare}`.trimEnd() : `> ${bare}`.trimEnd()
      }
    }
    index = end
  }
}

/** `Note:` and all that follows on its slide (reveal.js). */
function translateNotes({lines}: ForeignText, isDeck: boolean): void {
  if (!lines.some((line) => /^Notes?:/u.test(line))) return
  const isCode = codeLines(lines)
  const breaks = lines.filter(
    (line, index) => !isCode[index] && separator.test(line) && !(lines[index - 1] ?? '').trim(),
  ).length
  for (let index = 0; index < lines.length; index++) {
    const {rest, word} = /^(?<word>Notes?):(?<rest>.*)$/u.exec(lines[index] ?? '')?.groups ?? {}
    if (word === undefined || rest === undefined || isCode[index]) continue
    const ends = (line: string, at: number) =>
      at > index && !isCode[at] && (separator.test(line) || (breaks === 0 && /^#{1,6} /u.test(line)))
    const found = lines.findIndex(ends)
    const end = found < 0 ? lines.length : found
    // Elsewhere it is how a paragraph begins.
    if (!isDeck && !(breaks > 0 && rest.trim() === '' && found >= 0)) continue
    lines[index] = `> [!notes:] ${rest.trim()}`.trimEnd()
    let last = end
    while (last > index + 1 && !(lines[last - 1] ?? '').trim()) last--
    for (let at = index + 1; at < last; at++) lines[at] = `> ${lines[at]}`.trimEnd()
    index = end - 1
  }
}

/** Marp's words in an image's description: `![bg right:40%]`, `![w:200 h:100]`. */
function translateImages({lines, note}: ForeignText): void {
  if (!lines.some((line) => /!\[[^\]]*\b(?:bg|w|h|width|height)\b/u.test(line))) return
  const isCode = codeLines(lines)
  const word =
    /^(?:bg|left|right|vertical|fit|cover|contain|auto|\d+%|(?:left|right):\d+%|[wh]:\S+|width:\S+|height:\S+|(?:blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia)(?::\S+)?)$/u
  const own = /^(?:bg|w:\S+|h:\S+|width:\S+|height:\S+)$/u
  for (const [index, line] of lines.entries()) {
    if (isCode[index] || !line.includes('![')) continue
    lines[index] = line.replaceAll(
      /!\[(?<alt>[^\][]*)\](?<target>\([^()\s]+\))(?!\{)/gu,
      (written: string, alt: string, target: string) => {
        const words = alt.trim().split(/\s+/u)
        if (!words.some((one) => own.test(one))) return written
        note({tool: 'Marp', construct: 'image', outcome: 'flattened', remedy: '![…](…){width=40%}'}, index)
        const rest = words.filter((one) => !word.test(one)).join(' ')
        const width = /\b(?:w|width):(?<width>\d+)(?:px)?(?:\s|$)/u.exec(alt)?.groups?.['width']
        const isBackground = words.includes('bg')
        const items = [
          ...(width ? [`width=${width}px`] : []),
          ...(rest ? [] : [`alt=${quoted(isBackground ? '背景图' : '图片')}`]),
        ]
        return `![${rest}]${target}${items.length > 0 ? `{${items.join(' ')}}` : ''}`
      },
    )
  }
}

/** `--` alone parts the slides of a column (reveal.js). */
function translateVertical({lines}: ForeignText, isDeck: boolean): void {
  if (!isDeck) return
  const isCode = codeLines(lines)
  for (const [index, line] of lines.entries()) {
    const isAlone = !(lines[index - 1] ?? '').trim() && !(lines[index + 1] ?? '').trim()
    if (!isCode[index] && isAlone && /^--\s*$/u.test(line)) lines[index] = '---'
  }
}
