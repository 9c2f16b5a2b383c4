import {localeFor} from '../locale/locale.ts'
import type {BlockChange, BlockText, CourseChanges, FoundPlaces, HeadingText, SectionChange} from '../model/changes.ts'
import type {Course} from '../model/course.ts'
import type {Locale} from '../locale/words.ts'
import type {ChangesPage, ChapterPart, Item, Note, SectionPart} from './changes-page.ts'
import {describeLines, linesOf} from './describe-lines.ts'
import {placesOf, type PlacesContext} from './describe-places.ts'

export interface DescribeOptions {
  /** The new course. */
  readonly course: Course
  /** What the old course is called: its revision. */
  readonly since: string
  readonly places: FoundPlaces
}

type Words = DescribeOptions & PlacesContext

/** Changes in the words of the course's language. */
export function describeChanges(given: CourseChanges, options: DescribeOptions): ChangesPage {
  const {course, places, since} = options
  const locale = localeFor(course)
  const {changes: words} = locale
  const own = {...options, locale, root: given.edition === 'teacher' ? '../' : ''}
  const dates = given.date.before === given.date.after ? since : `${since} (${given.date.before})`
  const isEmpty = given.sections.length + given.numbers.length + given.goals.length === 0
  const hasNewTitle = given.title.before !== given.title.after
  return {
    language: course.language,
    title: `${course.title} · ${words.title}`,
    subtitle: `${locale.words[`${given.edition}Edition`]} · ${words.since(dates)}`,
    notes: [
      ...(hasNewTitle ? [`${words.newTitle(course.title)}, ${words.formerTitle(given.title.before)}`] : []),
      ...(isEmpty && !hasNewTitle ? [words.nothing] : []),
      ...(places.type === 'unknown' ? [words.placesUnknown] : []),
      ...(places.type === 'known' && given.edition === 'teacher' ? [words.placesOfStudents] : []),
    ],
    chapters: chaptersOf(given.sections, own),
    goals: goalsOf(given, locale),
    numbers: {
      title: words.numbers,
      head: [words.before, words.now, ...(places.type === 'known' ? [words.place] : [])],
      rows: given.numbers.map(({after, before, id}) => ({before, after, places: placesOf(id, own)})),
    },
  }
}

function chaptersOf(sections: readonly SectionChange[], options: Words): ChapterPart[] {
  return Array.from(Map.groupBy(sections, ({chapter}) => chapter.id).values(), (group) => {
    const [own, inside] = [group.find(isChapter), group.filter((section) => !isChapter(section))]
    return {
      heading: nameOf(group[0]?.chapter),
      ...(own ? {own: describeSection(own, options)} : {}),
      sections: inside.map((section) => describeSection(section, options)),
    }
  })
}

const isChapter = ({chapter, heading}: SectionChange) => chapter.id === heading.id

const nameOf = (heading: HeadingText | undefined) => `${heading?.label ?? ''} ${heading?.title ?? ''}`.trim()

function describeSection(section: SectionChange, options: Words): SectionPart {
  const {blocks, formerTitle, heading, movedFrom, state} = section
  const words = options.locale.changes
  const isWhole = state !== 'kept'
  const notes = [
    state === 'added' ? words.newOne : '',
    state === 'removed' ? words.removed : '',
    ...(movedFrom ? [words.moved, words.movedFrom(movedFrom.label || movedFrom.title)] : []),
    formerTitle === undefined ? '' : words.formerTitle(formerTitle),
    isWhole && blocks.length > 0 ? words.blockCount(blocks.length) : '',
  ]
  // What is new as a whole is read there, and what is gone as a whole is gone.
  const told = isWhole ? blocks.filter(({type}) => type === 'moved' || type === 'changed') : blocks
  return {
    heading: nameOf(heading),
    notes: [...notesOf(notes), ...(state === 'removed' ? [] : placesOf(heading.id, options))],
    items: told.map((change) => describeBlock(change, options)),
  }
}

function describeBlock(change: BlockChange, options: Words): Item {
  const {changes: words, words: names} = options.locale
  const {block, type} = change
  const from = 'from' in change && change.from ? words.movedFrom(nameOf(change.from)) : ''
  const formerName = type === 'changed' && change.before.name !== block.name ? nameOfBlock(change.before, options) : ''
  const notes = [
    formerName && words.movedFrom(formerName),
    from,
    type === 'changed' && change.isRedrawn ? words.picture : '',
    type === 'changed' && change.outputs
      ? words.shownIn(change.outputs.after.map((output) => names[output]).join(', '))
      : '',
  ]
  return {
    mark: type,
    word: {added: words.newOne, changed: words.changed, moved: words.moved, removed: words.removed}[type],
    name: nameOfBlock(block, options),
    notes: [...notesOf(notes), ...(type === 'removed' ? [] : placesOf(block.id, options))],
    form: forms[block.name] ?? 'text',
    lines: describeLines(change, words.moreLines),
  }
}

const forms: Readonly<Record<string, Item['form']>> = {
  definitionList: 'lines',
  equation: 'code',
  figure: 'lines',
  index: 'lines',
  list: 'lines',
  listing: 'code',
  table: 'lines',
}

/** Its number, else its kind where readers see that. */
function nameOfBlock({label, name}: BlockText, {locale}: Words): string {
  if (label) return label
  const own: Readonly<Record<string, string>> = {
    details: locale.words.details,
    footnote: locale.words.footnotes,
    index: locale.words.index,
    slide: locale.changes.ownSlide,
    speakerNotes: locale.words.speakerNotes,
  }
  const known = own[name] ?? Object.entries(locale.labels).find(([kind]) => kind === name)?.[1]
  return typeof known === 'string' ? known : ''
}

const notesOf = (texts: readonly string[]): Note[] => texts.filter(Boolean).map((text) => ({text}))

function goalsOf({goals}: CourseChanges, {changes, words}: Locale): ChangesPage['goals'] {
  return Array.from(
    Map.groupBy(goals, ({kind}) => kind),
    ([kind, group]) => ({
      title: kind === 'topic' ? changes.topics : words.objectives,
      items: group.map(({after, before}): Item => {
        const mark = before === '' ? 'added' : after === '' ? 'removed' : 'changed'
        const word = {added: changes.newOne, changed: changes.changed, removed: changes.removed}[mark]
        return {mark, word, name: '', notes: [], form: 'text', lines: linesOf(before, after)}
      }),
    }),
  )
}
