import type {Condition} from '../condition.ts'
import {nameAt, valueAt} from '../file/entries.ts'
import {inDocument} from '../finding.ts'

export const actionsAndObjects: readonly Condition[] = [
  {
    id: '29-001',
    clause: '7.19',
    english: 'A script asks for keystrokes at certain times',
    kind: 'not applicable to what lectern writes',
    why: 'It writes no scripts; `x-is-plain` reports any.',
  },
  {
    id: '30-001',
    clause: '7.20',
    chinese: '文件含有引用其他文件的 XObject',
    english: 'There is a reference XObject',
    kind: 'checked',
    find: ({dictionaries}) =>
      dictionaries
        .filter((one) => nameAt(one, 'Subtype') === 'Form')
        .flatMap((one) => inDocument(valueAt(one, 'Ref') !== undefined)),
  },
  {
    id: '30-002',
    clause: '7.20',
    chinese: '含有标签内容的表单 XObject 被引用多次',
    english: 'A form XObject with tagged content is shown more than once',
    kind: 'checked',
    find: ({content}) =>
      [...content.forms.values()]
        .filter(({hasNumbers, references}) => hasNumbers && references > 1)
        .map(({page, references}) => ({page, detail: String(references)})),
  },
]
