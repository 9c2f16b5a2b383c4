import type {ChangesPage, Item, Note, SectionPart} from './changes-page.ts'
import type {Line} from './describe-lines.ts'
import {greatest} from '../model/greatest.ts'

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
    ...(numbers.rows.length > 0 ? [`## ${escapeText(numbers.title)}`, tableText(numbers)] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function sectionParts({items, notes}: SectionPart): string[] {
  return [...(notes.length > 0 ? [notesText(notes)] : []), ...items.map((item) => itemText(item))]
}

function itemText({form, lines, mark, name, notes, word}: Item): string {
  const head = [`**${escapeText(word)}** ${escapeText(name)}`.trim(), ...(notes.length > 0 ? [notesText(notes)] : [])]
  const body = form === 'code' ? codeText(lines, mark) : bodyText(lines, form)
  const indented = body.map((part) => part.replaceAll(/^(?=.)/gmu, '  '))
  return [`- ${head.join(' · ')}`, ...indented].join('\n\n')
}

const notesText = (notes: readonly Note[]) =>
  notes.map(({link, text}) => (link ? `[${escapeText(text)}](<${link}>)` : escapeText(text))).join(' · ')

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
  const fence = '`'.repeat(
    greatest(
      runs.map(({length}) => length + 1),
      3,
    ),
  )
  return [`${fence}diff\n${texts.join('\n')}\n${fence}`]
}

function tableText({head, rows}: ChangesPage['numbers']): string {
  const cells = [
    head.map((cell) => escapeText(cell)),
    head.map(() => '---'),
    ...rows.map(({after, before, places}) => [
      ...[before, after].map((cell) => escapeText(cell)),
      ...(head.length > 2 ? [notesText(places)] : []),
    ]),
  ]
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** Text that Markdown reads as text, wherever it stands. */
const escapeText = (text: string): string => escapeStart(escapeInline(text).trim())

const escapeInline = (text: string) => text.replaceAll(/[\\`*_[\]<>&|~$#]/gu, String.raw`\$&`)

/** What would begin a list, or make a heading of the line above. */
const escapeStart = (text: string) =>
  text.replace(/^(?=[+=-])/u, '\\').replace(/^(?<number>\d+)(?=[.)])/u, '$<number>\\')
