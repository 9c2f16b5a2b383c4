import type {UnitState} from '../../model/coverage.ts'
import {targetName as nameOfTarget, type Target} from '../../model/output.ts'

export const states: readonly UnitState[] = ['shown', 'condensed', 'reading', 'left out', 'missing']

export const stateNames: Readonly<Record<UnitState, string>> = {
  shown: '全文',
  condensed: '要点',
  reading: '阅读文本',
  'left out': '—',
  missing: '缺失',
}

export const targetName = (target: Target): string =>
  `${nameOfTarget(target)}${target.edition === 'teacher' ? '（教师）' : ''}`

/** A place as it is named in a cell: of an e-book its document, which no link leads into. */
export const placeName = (text: string): string => text.replace(/(?<=.)#.*$/u, '')
