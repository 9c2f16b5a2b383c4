import type {PhrasingContent} from 'mdast'
import type {Position} from 'unist'
import type {Block} from '../../model/block.ts'
import type {Chapter, Footnote, Section} from '../../model/course.ts'
import type {Audience} from '../../model/output.ts'

export interface BackMatterParts {
  readonly role: 'bibliography' | 'index' | 'solutions'
  readonly title: string
  readonly audience: Audience
  /** The file that the diagnostics about it name. */
  readonly sourcePath: string
  readonly blocks?: readonly Block[]
  readonly sections?: readonly Section[]
  readonly footnotes?: readonly Footnote[]
}

/** Nothing in a chapter's text: the first line of the file stands for it. */
export const nowhere: Position = {start: {line: 1, column: 1}, end: {line: 1, column: 1}}

export const plain = (value: string): PhrasingContent[] => [{type: 'text', value}]

/** A chapter without number that lectern makes. */
export function backMatterChapter({
  blocks = [],
  footnotes = [],
  role,
  sections = [],
  title,
  ...rest
}: BackMatterParts): Chapter {
  return {
    role,
    id: `back-${role}`,
    number: '',
    label: '',
    part: '',
    title: plain(title),
    shortTitle: title,
    objectives: [],
    covers: [],
    teaches: [],
    blocks,
    sections,
    footnotes,
    ...rest,
  }
}

/** A section without number, at the end of a chapter. */
export function backMatterSection(own: Pick<Section, 'audience' | 'id' | 'title'>, blocks: readonly Block[]): Section {
  return {
    ...own,
    number: '',
    depth: 2,
    shortTitle: '',
    teaches: [],
    slideAttributes: {},
    slideBackground: {color: '', gradient: '', image: ''},
    blocks,
    sections: [],
    position: nowhere,
  }
}
