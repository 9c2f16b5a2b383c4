import {booleanAt, dictionaryAt} from '../file/entries.ts'
import {inDocument} from '../finding.ts'
import type {Condition} from '../condition.ts'

export const realContent: readonly Condition[] = [
  {
    id: '01-001',
    clause: '7.1',
    english: 'An artifact is tagged as real content',
    kind: 'needs a person',
    why: 'Whether an ornament says something is a matter of meaning.',
  },
  {
    id: '01-002',
    clause: '7.1',
    english: 'Real content is marked as artifact',
    kind: 'needs a person',
    why: 'The same; that no block of the source is lost among artifacts is checked by `block-is-covered`, which reads tagged text only.',
  },
  {
    id: '01-003',
    clause: '7.1',
    chinese: '装饰（Artifact）出现在带标签的内容里面',
    english: 'An artifact is inside tagged content',
    kind: 'checked',
    find: ({content}) => content.artifactsInContent,
  },
  {
    id: '01-004',
    clause: '7.1',
    chinese: '带标签的内容出现在装饰（Artifact）里面',
    english: 'Tagged content is inside an artifact',
    kind: 'checked',
    find: ({content}) => content.contentInArtifacts,
  },
  {
    id: '01-005',
    clause: '7.1',
    chinese: '内容既没有标签，也没有标为装饰',
    english: 'Content is neither tagged nor marked as artifact',
    kind: 'checked',
    note: 'Tagged is what an element of the structure tree holds; a number of marked content that none holds tags nothing. Streams that are no content of a page (appearances, patterns, soft masks) are not looked at.',
    find: ({content}) => content.unmarked,
  },
  {
    id: '01-006',
    clause: '7.1',
    english: 'The type or attributes of a structure element do not suit what it holds',
    kind: 'needs a person',
    why: 'Whether a tag says what its text is needs reading; that headings, lists, tables, figures and formulas of the source become such tags is tested with the book.',
  },
  {
    id: '01-007',
    clause: '7.1',
    chinese: '标记信息里的 Suspects 为 true',
    english: 'Suspects is true',
    kind: 'checked',
    find: ({catalog}) => inDocument(booleanAt(dictionaryAt(catalog, 'MarkInfo'), 'Suspects') === true),
  },
]
