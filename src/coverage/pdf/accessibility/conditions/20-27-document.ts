import {PDFRawStream, type PDFDict} from '@cantoo/pdf-lib'
import type {Condition} from '../condition.ts'
import {decoded, dictionariesAt, dictionaryAt, elementsAt, nameAt, textAt, valueAt} from '../file/entries.ts'
import {inDocument} from '../finding.ts'
import {security} from './26-security.ts'
import {isFileNamed} from '../file/file-specification.ts'

const left = 'not applicable to what lectern writes' as const

const optionalContent = (catalog: PDFDict) => dictionaryAt(catalog, 'OCProperties')
const configurations = (catalog: PDFDict) =>
  ['D', 'Configs'].flatMap((key) => dictionariesAt(optionalContent(catalog), key))
const isNameless = (configuration: PDFDict) => !textAt(configuration, 'Name')

export const documentFeatures: readonly Condition[] = [
  {
    id: '20-001',
    clause: '7.10',
    chinese: '可选内容的配置（Configs）没有名称',
    english: 'A configuration of optional content in Configs has no Name',
    kind: 'checked',
    find: ({catalog}) =>
      dictionariesAt(optionalContent(catalog), 'Configs').flatMap((one) => inDocument(isNameless(one))),
  },
  {
    id: '20-002',
    clause: '7.10',
    chinese: '可选内容的默认配置（D）没有名称',
    english: 'The default configuration of optional content (D) has no Name',
    kind: 'checked',
    find: ({catalog}) => dictionariesAt(optionalContent(catalog), 'D').flatMap((one) => inDocument(isNameless(one))),
  },
  {
    id: '20-003',
    clause: '7.10',
    chinese: '可选内容的配置含有 AS',
    english: 'A configuration of optional content has AS',
    kind: 'checked',
    find: ({catalog}) => configurations(catalog).flatMap((one) => inDocument(valueAt(one, 'AS') !== undefined)),
  },
  {
    id: '21-001',
    clause: '7.11',
    chinese: '嵌入文件没有文件名（F 和 UF）',
    english: 'An embedded file has no F or no UF',
    kind: 'checked',
    note: 'Those of annotations are 28-016.',
    find: ({dictionaries}) => {
      const attached = new Set(
        dictionaries.filter((one) => nameAt(one, 'Subtype') === 'FileAttachment').map((one) => dictionaryAt(one, 'FS')),
      )
      const specifications = dictionaries.filter((one) => valueAt(one, 'EF') !== undefined && !attached.has(one))
      return specifications.flatMap((one) => inDocument(!isFileNamed(one), textAt(one, 'F') ?? textAt(one, 'UF') ?? ''))
    },
  },
  {
    id: '22-001',
    clause: '7.12',
    english: 'Article threads are not in the order of reading',
    kind: left,
    why: 'It writes no article threads; `x-is-plain` reports any.',
  },
  {
    id: '23-001',
    clause: '7.13',
    english: '(digital signatures)',
    kind: left,
    why: 'The protocol defines no test for it.',
  },
  {
    id: '24-001',
    clause: '7.14',
    english: 'A form that is not interactive has no PrintField attributes',
    kind: left,
    why: 'It writes no forms: blanks to be filled in by hand are no fields.',
  },
  {
    id: '25-001',
    clause: '7.15',
    chinese: '文件含有动态 XFA 表单',
    english: 'The file has an XFA form that must be rendered dynamically',
    kind: 'checked',
    find: ({catalog}) => inDocument(/<dynamicRender[^>]*>\s*required/u.test(xfaOf(catalog))),
  },
  ...security,
  {
    id: '27-001',
    clause: '7.17',
    english: '(navigation)',
    kind: left,
    why: 'The protocol defines no test for it.',
  },
]

/** The parts of an XFA form, one after the other; empty when there is none. */
function xfaOf(catalog: PDFDict): string {
  return elementsAt(dictionaryAt(catalog, 'AcroForm'), 'XFA')
    .filter((part) => part instanceof PDFRawStream)
    .map((part) => new TextDecoder().decode(decoded(part)))
    .join('')
}
