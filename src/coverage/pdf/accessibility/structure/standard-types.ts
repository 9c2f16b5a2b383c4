/** Standard structure types (ISO 32000-1, 14.8.4). */
export const standardTypes: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Caption',
  'TOC',
  'TOCI',
  'Index',
  'NonStruct',
  'Private',
  'P',
  'H',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'L',
  'LI',
  'Lbl',
  'LBody',
  'Table',
  'TR',
  'TH',
  'TD',
  'THead',
  'TBody',
  'TFoot',
  'Span',
  'Quote',
  'Note',
  'Reference',
  'BibEntry',
  'Code',
  'Link',
  'Annot',
  'Ruby',
  'RB',
  'RT',
  'RP',
  'Warichu',
  'WT',
  'WP',
  'Figure',
  'Formula',
  'Form',
])

export interface Role {
  /** The standard type; empty when the mapping does not end at one. */
  readonly standard: string
  readonly isCircular: boolean
}

/** Follows the role map from a type to the first standard one. */
export function roleOf(type: string, roleMap: ReadonlyMap<string, string>): Role {
  const seen = new Set<string>()
  let current: string | undefined = type
  while (current !== undefined && !standardTypes.has(current)) {
    if (seen.has(current)) return {standard: '', isCircular: true}
    seen.add(current)
    current = roleMap.get(current)
  }
  return {standard: current ?? '', isCircular: false}
}
