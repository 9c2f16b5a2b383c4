import type {Condition} from '../condition.ts'
import {booleanAt, dictionaryAt} from '../file/entries.ts'
import {inDocument} from '../finding.ts'
import type {PdfFile} from '../read-pdf-file.ts'

const displayTitle = ({catalog}: PdfFile) => booleanAt(dictionaryAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle')

export const metadata: readonly Condition[] = [
  {
    id: '06-001',
    clause: '7.1',
    chinese: '文件没有可读的 XMP 元数据',
    english: 'The document has no XMP metadata that can be read',
    kind: 'checked',
    find: ({metadata: facts}) => inDocument(!facts),
  },
  {
    id: '06-002',
    clause: '5',
    chinese: '元数据没有 PDF/UA 标识（pdfuaid:part 为 1）',
    english: 'The metadata does not identify the file as PDF/UA-1 (pdfuaid:part)',
    kind: 'checked',
    note: 'Only where the file is to claim conformance: lectern does not claim what no validator has confirmed.',
    find: ({claims, metadata: facts}) => inDocument(claims && facts !== undefined && facts.part !== '1', facts?.part),
  },
  {
    id: '06-003',
    clause: '7.1',
    chinese: '元数据没有标题（dc:title）',
    english: 'The metadata has no dc:title',
    kind: 'checked',
    find: ({metadata: facts}) => inDocument(facts?.title === ''),
  },
  {
    id: '06-004',
    clause: '7.1',
    english: 'The title does not clearly identify the document',
    kind: 'needs a person',
    why: 'It is the title of the course; whether it is a good one, its author knows.',
  },
  {
    id: '07-001',
    clause: '7.1',
    chinese: '没有要求在窗口标题栏显示文件标题（DisplayDocTitle）',
    english: 'DisplayDocTitle is missing',
    kind: 'checked',
    find: (pdf) => inDocument(displayTitle(pdf) === undefined),
  },
  {
    id: '07-002',
    clause: '7.1',
    chinese: 'DisplayDocTitle 为 false',
    english: 'DisplayDocTitle is false',
    kind: 'checked',
    find: (pdf) => inDocument(displayTitle(pdf) === false),
  },
]
