import {contentsOf, kidsOf, parentOf, type StructureElement} from './structure-element.ts'

/** How an element may be nested (ISO 32000-1, tables 333 and 336 to 338). */
export interface Syntax {
  /** Of the roles of its kids, each followed by a space; any when absent. */
  readonly kids?: RegExp
  /** Roles of what it may stand in; any when absent. */
  readonly parents?: readonly string[]
  /** Whether it may hold text and pictures itself. */
  readonly holdsContent: boolean
}

const rows = '(?:(?:TR )+|(?:THead )?(?:TBody )+(?:TFoot )?)'

export const syntaxes: Readonly<Record<string, Syntax>> = {
  Table: {kids: new RegExp(`^(?:Caption ${rows}|${rows}(?:Caption )?)$`, 'u'), holdsContent: false},
  THead: {kids: /^(?:TR )*$/u, parents: ['Table'], holdsContent: false},
  TBody: {kids: /^(?:TR )*$/u, parents: ['Table'], holdsContent: false},
  TFoot: {kids: /^(?:TR )*$/u, parents: ['Table'], holdsContent: false},
  TR: {kids: /^(?:T[HD] )*$/u, parents: ['Table', 'THead', 'TBody', 'TFoot'], holdsContent: false},
  TH: {parents: ['TR'], holdsContent: true},
  TD: {parents: ['TR'], holdsContent: true},
  L: {kids: /^(?:Caption )?(?:LI? )*$/u, holdsContent: false},
  LI: {kids: /^(?:(?:Lbl|LBody) )*$/u, parents: ['L'], holdsContent: false},
  LBody: {parents: ['LI'], holdsContent: true},
  TOC: {kids: /^(?:Caption )?(?:TOCI? )*$/u, holdsContent: false},
  // NonStruct is named among the kids, and so is whatever it holds.
  TOCI: {kids: /^(?:(?:Lbl|Reference|NonStruct|P|TOC) )*$/u, parents: ['TOC'], holdsContent: true},
  Ruby: {kids: /^RB (?:RT|RP RT RP) $/u, holdsContent: false},
  RB: {parents: ['Ruby'], holdsContent: true},
  RT: {parents: ['Ruby'], holdsContent: true},
  RP: {parents: ['Ruby'], holdsContent: true},
  Warichu: {kids: /^WP WT WP $/u, holdsContent: false},
  WT: {parents: ['Warichu'], holdsContent: true},
  WP: {parents: ['Warichu'], holdsContent: true},
}

/** What is against the rules: the element, and its parent, its kids or its content; absent when nothing is. */
export function syntaxError(element: StructureElement, {holdsContent, kids, parents}: Syntax): string | undefined {
  const parent = parentOf(element)
  if (parents && !parents.includes(parent?.role ?? '')) return `${parent?.type ?? 'StructTreeRoot'} > ${element.type}`
  const own = element.role === 'TOCI' ? element.kids : kidsOf(element)
  const roles = own.map((kid) => `${kid.role} `).join('')
  if (kids && !kids.test(roles)) return `${element.type} > ${summaryOf(own)}`
  if (!holdsContent && contentsOf(element).length > 0) return `${element.type} > …`
  return undefined
}

/** Long rows of the same type in one. */
function summaryOf(kids: readonly StructureElement[]): string {
  const types = kids.map(({type}) => type).filter((type, index, all) => type !== all[index - 1])
  return types.length === 0 ? '∅' : types.slice(0, 6).join(' ')
}
