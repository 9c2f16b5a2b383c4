import type {CheckedCondition} from '../condition.ts'
import {numberAt} from '../file/entries.ts'
import {inDocument, type Finding} from '../finding.ts'
import type {PdfFile} from '../read-pdf-file.ts'

/** What can be told of a file that cannot be read for want of a password. */
export interface SecurityCondition extends CheckedCondition {
  readonly find: (pdf: Pick<PdfFile, 'encryption'>) => Iterable<Finding>
}

export const security: readonly SecurityCondition[] = [
  {
    id: '26-001',
    clause: '7.16',
    chinese: '文件已加密，但没有说明权限（P）',
    english: 'The file is encrypted and has no P',
    kind: 'checked',
    find: ({encryption}) => inDocument(encryption !== undefined && numberAt(encryption, 'P') === undefined),
  },
  {
    id: '26-002',
    clause: '7.16',
    chinese: '文件已加密，且不许辅助技术取出文字（P 的第 10 位）',
    english: 'The file is encrypted and does not let assistive technology extract its text (bit 10 of P)',
    kind: 'checked',
    find: ({encryption}) => {
      const permissions = numberAt(encryption, 'P')
      return inDocument(permissions !== undefined && (permissions & 0x200) === 0)
    },
  },
]
