import type {ChangesPage, Item, SectionPart} from './describe-changes.ts'
import type {Line} from './describe-lines.ts'

/** The changes as Markdown that GitHub and others show alike: what went and came is `<del>` and `<ins>`. */
export function renderMarkdown(page: ChangesPage): string {
  const {chapters, goals, notes, numbers, subtitle, title} = page
  const parts = [
    `# ${escapeText(title)}`,
    escapeText(subtitle),
    ...notes.map((note) => escapeText(note)),
    ...chapters.flatMap(({heading, own, sections}) => [
      `## ${escapeText(heading)}`,
      ...(own ? sectionParts(own) : []),
      ...sections.flatMap((section) => [`### ${escapeText(section.heading)}`, ...sectionParts(section)]),
    ]),
    ...goals.flatMap((goal) => [`## ${escapeText(goal.title)}`, ...goal.items.map((item) => itemText(item))]),
    ...(numbers.rows.length > 0
      ? [`## ${escapeText(numbers.title)}`, tableText([numbers.head, numbers.head.map(() => '---'), ...numbers.rows])]
      : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function sectionParts({items, notes}: SectionPart): string[] {
  const note = notes.map((one) => escapeText(one)).join(' · ')
  return [...(note ? [note] : []), ...items.map((item) => itemText(item))]
}

function itemText({form, lines, mark, name, notes, word}: Item): string {
  const head = [`**${escapeText(word)}** ${escapeText(name)}`.trim(), ...notes.map((note) => escapeText(note))]
  const body = form === 'code' ? codeText(lines, mark) : bodyText(lines, form)
  const indented = body.map((part) => part.replaceAll(/^(?=.)/gmu, '  '))
  return [`- ${head.join(' · ')}`, ...indented].join('\n\n')
}

function bodyText(lines: readonly Line[], form: 'lines' | 'text'): string[] {
  if (lines.length === 0) return []
  if (form === 'text') return [lineText(lines.flat())]
  return [lines.map((line) => `- ${lineText(line)}`).join('\n')]
}

const tags = {same: '', added: 'ins', removed: 'del'} as const

function lineText(line: Line): string {
  const text = line.map((part) => {
    const tag = tags[part.type]
    return tag ? `<${tag}>${escapeInline(part.text)}</${tag}>` : escapeInline(part.text)
  })
  return escapeStart(text.join('').trim())
}

/** A fence in the form of a diff; an edited line is what it was and what it is. */
function codeText(lines: readonly Line[], mark: Item['mark']): string[] {
  const whole = {added: '+', changed: ' ', moved: ' ', removed: '-'}[mark]
  const texts = lines.flatMap((line) => {
    const without = (type: 'added' | 'removed') =>
      line
        .filter((part) => part.type !== type)
        .map(({text}) => text)
        .join('')
    if (line.every(({type}) => type === 'same')) return [whole + without('added')]
    return [
      ...(line.some(({type}) => type !== 'added') ? [`-${without('added')}`] : []),
      ...(line.some(({type}) => type !== 'removed') ? [`+${without('removed')}`] : []),
    ]
  })
  const runs = texts.flatMap((text) => text.match(/`+/gu) ?? [])
  const fence = '`'.repeat(Math.max(3, ...runs.map(({length}) => length + 1)))
  return [`${fence}diff\n${texts.join('\n')}\n${fence}`]
}

const tableText = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `| ${row.map((cell) => (/^-+$/u.test(cell) ? cell : escapeText(cell))).join(' | ')} |`).join('\n')

/** Text that Markdown reads as text, wherever it stands. */
const escapeText = (text: string): string => escapeStart(escapeInline(text).trim())

const escapeInline = (text: string) => text.replaceAll(/[\\`*_[\]<>&|~$]/gu, String.raw`\$&`)

/** What would begin a heading, a list or a quote. */
const escapeStart = (text: string) =>
  text.replace(/^(?=[#+=-])/u, '\\').replace(/^(?<number>\d+)(?=[.)])/u, '$<number>\\')
