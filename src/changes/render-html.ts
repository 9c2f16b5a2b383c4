import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {plainPolicy} from '../html/content-policy.ts'
import {htmlDocument, styleElement} from '../html/document.ts'
import {serializeHtml} from '../html/serialize-html.ts'
import type {ChangesPage, Item, Note, SectionPart} from './changes-page.ts'
import type {Line} from './describe-lines.ts'

/** The changes as a page that looks as the course's home page does. */
export function renderHtml(page: ChangesPage, style: string): string {
  const {language, title} = page
  return serializeHtml(
    htmlDocument({language, title, policy: plainPolicy, head: [styleElement(style)], body: renderBody(page)}),
  )
}

function renderBody({chapters, goals, notes, numbers, subtitle, title}: ChangesPage): Element[] {
  return [
    h('header', [h('h1', title), h('p', {className: 'subtitle'}, subtitle)]),
    h('main', {className: 'changes'}, [
      ...notes.map((note) => h('p', note)),
      ...chapters.flatMap(({heading, own, sections}) => [
        h('h2', heading),
        ...(own ? renderSection(own) : []),
        ...sections.flatMap((section) => [h('h3', section.heading), ...renderSection(section)]),
      ]),
      ...goals.flatMap((goal) => [h('h2', goal.title), renderItems(goal.items)]),
      ...(numbers.rows.length > 0 ? [h('h2', numbers.title), renderTable(numbers)] : []),
    ]),
  ]
}

function renderSection({items, notes}: SectionPart): Element[] {
  return [
    ...(notes.length > 0 ? [h('p', {className: 'note'}, renderNotes(notes))] : []),
    ...(items.length > 0 ? [renderItems(items)] : []),
  ]
}

const renderItems = (items: readonly Item[]): Element =>
  h(
    'ul',
    items.map((item) => renderItem(item)),
  )

function renderItem({form, lines, mark, name, notes, word}: Item): Element {
  const head = [word, name].filter(Boolean).join(' ')
  return h('li', [
    h('p', {className: 'note'}, [
      h('strong', {className: `change-${mark}`}, head),
      ...notes.flatMap((note) => [' · ', ...renderNotes([note])]),
    ]),
    ...renderLines(lines, form),
  ])
}

const renderNotes = (notes: readonly Note[]): (Element | string)[] =>
  notes.flatMap(({link, text}, index) => [...(index > 0 ? [' · '] : []), link ? h('a', {href: link}, text) : text])

function renderLines(lines: readonly Line[], form: Item['form']): Element[] {
  if (lines.length === 0) return []
  if (form === 'text') return [h('p', renderLine(lines.flat()))]
  if (form === 'lines') {
    return [
      h(
        'ul',
        lines.map((line) => h('li', renderLine(line))),
      ),
    ]
  }
  const code = lines.flatMap((line, index) => [...(index > 0 ? ['\n'] : []), ...renderLine(line)])
  // A keyboard scrolls what is too wide.
  return [h('pre', {tabIndex: 0}, [h('code', code)])]
}

const tags = {added: 'ins', removed: 'del'} as const

const renderLine = (line: Line): (ElementContent | string)[] =>
  line.map(({text, type}) => (type === 'same' ? text : h(tags[type], text)))

function renderTable({head, rows, title}: ChangesPage['numbers']): Element {
  return h('section', {className: 'scroll', tabIndex: 0, ariaLabel: title}, [
    h('table', [
      h('thead', [
        h(
          'tr',
          head.map((cell) => h('th', {scope: 'col'}, cell)),
        ),
      ]),
      h(
        'tbody',
        rows.map((row) =>
          h(
            'tr',
            [[row.before], [row.after], ...(head.length > 2 ? [renderNotes(row.places)] : [])].map((cell) =>
              h('td', cell),
            ),
          ),
        ),
      ),
    ]),
  ])
}
