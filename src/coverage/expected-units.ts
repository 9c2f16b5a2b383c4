import type {Block} from '../model/block.ts'
import type {ChapterRole, Course, Section} from '../model/course.ts'
import type {ContentUnit} from '../model/coverage.ts'
import type {Audience, AudienceRule} from '../model/output.ts'
import {placeText, sourcePlace, type ChapterFiles} from '../model/source-place.ts'
import {innerBlocks} from '../model/walk.ts'
import {normalizeText} from './normalize-text.ts'
import {versionsOf} from './versions-of.ts'
import {alternativesOf, blockTexts, formulasIn, formulasOf, phrasingText, readingsOf} from './unit-texts.ts'

/** Everything a finished file has to account for, from the model alone. */
export function expectedUnits(course: Course): ContentUnit[] {
  return course.chapters.flatMap((chapter) => {
    const isBackMatter = backMatter.includes(chapter.role)
    const place: Place = {
      course,
      chapter: chapter.id,
      files: chapter,
      section: chapter.label || chapter.shortTitle,
      ...(isBackMatter ? {within: 'back matter'} : {}),
    }
    const title = {id: chapter.id, kind: 'chapter', line: 1, audience: chapter.audience}
    return [
      unit({...title, formulas: formulasIn(chapter.title)}, [phrasingText(chapter.title, course)], place),
      ...blockUnits(chapter.blocks, place),
      ...chapter.sections.flatMap((section) => sectionUnits(section, place)),
      ...chapter.footnotes
        .flatMap((footnote) =>
          blockUnits(footnote.blocks, {...place, section: `${place.section} [^${footnote.identifier}]`}),
        )
        .map((note): ContentUnit => ({...note, kind: 'footnote'})),
    ]
  })
}

const backMatter: readonly string[] = ['bibliography', 'index', 'solutions'] satisfies ChapterRole[]

interface Place {
  readonly course: Course
  readonly chapter: string
  readonly files: ChapterFiles
  readonly section: string
  readonly within?: NonNullable<ContentUnit['within']>
}

function sectionUnits(section: Section, outer: Place): ContentUnit[] {
  const place = {...outer, section: section.number || outer.section}
  const {audience, id, number, position} = section
  const heading = {id, number, kind: 'section', line: position.start.line, audience}
  return [
    unit({...heading, formulas: formulasIn(section.title)}, [phrasingText(section.title, place.course)], place),
    ...blockUnits(section.blocks, place),
    ...section.sections.flatMap((child) => sectionUnits(child, place)),
  ]
}

/** Blocks that are compared as a whole; the others by their title and by what they hold. */
function blockUnits(blocks: readonly Block[], place: Place): ContentUnit[] {
  return blocks.flatMap((block): ContentUnit[] => {
    const own = {id: block.id, kind: block.type, line: block.position.start.line, audience: block.audience}
    switch (block.type) {
      case 'break':
      case 'pause':
        return []
      case 'callout':
      case 'details':
      case 'theorem':
      case 'exercise': {
        const inside: Place = block.type === 'exercise' ? {...place, within: 'exercise'} : place
        const label = 'label' in block && block.label ? block.label : ''
        const title = label + phrasingText(block.title, place.course)
        const titled = {...own, formulas: formulasIn(block.title)}
        return [...(title ? [unit(titled, [title], inside)] : []), ...blockUnits(block.blocks, inside)]
      }
      case 'columns':
      case 'group':
      case 'hint':
      case 'quote':
      case 'slide':
        return blockUnits(innerBlocks(block), place)
      case 'solution':
        return blockUnits(innerBlocks(block), {...place, within: place.within ?? 'solution'})
      case 'speakerNotes':
        return blockUnits(innerBlocks(block), withoutPart(place))
      case 'listing':
        return [
          unit(
            {...own, code: block.code, formulas: formulasIn(block.title)},
            [`${block.label ?? ''}${phrasingText(block.title, place.course)}`],
            place,
          ),
        ]
      case 'definitionList':
      case 'equation':
      case 'figure':
      case 'index':
      case 'list':
      case 'prose':
      case 'rawHtml':
      case 'table':
        return versionsOf(block).map((version) => wholeUnit(version, place))
      default:
        return block satisfies never
    }
  })
}

function wholeUnit(block: Block, place: Place): ContentUnit {
  const {audience, id, position, type} = block
  const own = {id, kind: type, line: position.start.line, audience}
  return unit(
    {
      ...own,
      readings: readingsOf(block),
      formulas: formulasOf(block),
      alternatives: alternativesOf(block),
      repeated: type === 'table' ? [block.header.map((cell) => phrasingText(cell, place.course)).join('')] : [],
    },
    blockTexts(block, place.course),
    place,
  )
}

/** Notes are nothing of the exercise in which they stand. */
function withoutPart({within: _within, ...place}: Place): Place {
  return place
}

interface UnitParts {
  readonly id: string
  readonly kind: string
  readonly line: number
  readonly audience: Audience
  readonly number?: string
  readonly repeated?: readonly string[]
  readonly alternatives?: readonly string[]
  readonly code?: string
  readonly formulas?: readonly string[]
  readonly readings?: readonly string[]
}

function unit(own: UnitParts, texts: readonly string[], place: Place): ContentUnit {
  return {
    id: own.id,
    kind: own.kind,
    chapter: place.chapter,
    section: place.section,
    number: own.number ?? '',
    ...(place.within ? {within: place.within} : {}),
    ...sourcePlace(place.files, own.line),
    texts: texts.map((text) => normalizeText(text)).filter(Boolean),
    repeated: (own.repeated ?? []).map((text) => normalizeText(text)),
    alternatives: own.alternatives ?? [],
    readings: (own.readings ?? []).map((reading) => normalizeText(reading)),
    code: own.code ?? '',
    formulas: own.formulas ?? [],
    outputs: own.audience.outputs,
    editions: own.audience.editions,
    rules: tellableRules(own.audience).map(({line, name}) => `${name} (${placeText(place.files, line)})`),
  }
}

/** What students see names no rule that is about the teacher's: a note refers to the same work, for instance. */
function tellableRules({editions, rules}: Audience): readonly AudienceRule[] {
  return editions.includes('student') ? rules.filter((rule) => rule.editions?.includes('student') ?? true) : rules
}
