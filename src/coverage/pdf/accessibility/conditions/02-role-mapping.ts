import type {Condition} from '../condition.ts'
import type {Finding} from '../finding.ts'
import type {PdfFile} from '../read-pdf-file.ts'
import {roleOf, standardTypes} from '../structure/standard-types.ts'

export const roleMapping: readonly Condition[] = [
  {
    id: '02-001',
    clause: '7.1',
    chinese: '非标准标签没有映射到标准标签',
    english: 'A type that is not standard is not mapped to one that is',
    kind: 'checked',
    find: findUnmapped,
  },
  {
    id: '02-002',
    clause: '7.1',
    english: 'A type is mapped to one of another meaning',
    kind: 'needs a person',
    why: 'The role map that lectern writes is a short table, to be judged once and not in each file.',
  },
  {
    id: '02-003',
    clause: '7.1',
    chinese: '标签映射成了环',
    english: 'A mapping is circular',
    kind: 'checked',
    find: ({structure: {elements, roleMap}}) => {
      const types = new Set([...elements.map(({type}) => type), ...roleMap.keys()])
      return [...types].filter((type) => roleOf(type, roleMap).isCircular).map((type) => ({page: 0, detail: type}))
    },
  },
  {
    id: '02-004',
    clause: '7.1',
    chinese: '标准标签被改了映射',
    english: 'A standard type is remapped',
    kind: 'checked',
    find: ({structure: {roleMap}}) =>
      [...roleMap.keys()].filter((type) => standardTypes.has(type)).map((type) => ({page: 0, detail: type})),
  },
]

/** Types in use, by the page; and those that the role map alone names. */
function* findUnmapped({structure: {elements, roleMap}}: PdfFile): Generator<Finding> {
  const isUnmapped = (type: string) => {
    const {isCircular, standard} = roleOf(type, roleMap)
    return standard === '' && !isCircular
  }
  const used = new Set<string>()
  for (const {page, type} of elements) {
    used.add(type)
    if (isUnmapped(type)) yield {page, detail: type}
  }
  for (const type of roleMap.keys()) {
    if (!used.has(type) && isUnmapped(type)) yield {page: 0, detail: type}
  }
}
