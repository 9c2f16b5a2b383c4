import {PDFArray, type PDFDict} from '@cantoo/pdf-lib'
import type {ArtifactProblem} from '../../model/coverage.ts'
import {asText, elementsAt, nameAt, textAt, valueAt} from '../pdf/accessibility/file/entries.ts'
import type {PdfFile} from '../pdf/accessibility/read-pdf-file.ts'
import {addressHarm} from './address-harm.ts'

/** All action types but those that go to a place in the file or to an address (ISO 32000-1, 12.6.4; ISO 32000-2, 12.6.4). */
const harmless = new Set(['GoTo', 'URI'])

/** Entries that start something by themselves, bring programs, or other files (ISO 32000-1, 7.7.2, 7.11, 12.6, 12.7). */
const starting = [
  'AA',
  'JavaScript',
  'JS',
  'XFA',
  'AcroForm',
  'EmbeddedFiles',
  'EF',
  'AF',
  'RichMediaContent',
  'Collection',
  'URLS',
]

/** What a finished PDF would start, and where its links lead that they must not. */
export function pdfHarm({catalog, dictionaries}: Pick<PdfFile, 'catalog' | 'dictionaries'>): ArtifactProblem[] {
  const found = new Set<string>()
  const opening = valueAt(catalog, 'OpenAction')
  if (opening !== undefined && !(opening instanceof PDFArray)) found.add('/OpenAction')
  // A base for all addresses that are relative.
  if (valueAt(catalog, 'URI') !== undefined) found.add('/URI of the catalog')
  for (const dictionary of dictionaries) for (const what of harmIn(dictionary)) found.add(what)
  return Array.from(found, (what) => ({
    ruleId: 'nothing-runs',
    reason: `PDF 里有会运行或指向别处的东西 / The PDF has something that would run or reach out: ${what}`,
  }))
}

function* harmIn(dictionary: PDFDict): Generator<string> {
  for (const name of starting) if (valueAt(dictionary, name) !== undefined) yield `/${name}`
  for (const action of actionsOf(dictionary)) {
    const kind = nameAt(action, 'S')
    if (!harmless.has(kind)) yield `/${kind || 'A'}`
    if (kind !== 'URI') continue
    const address = textAt(action, 'URI') ?? asText(valueAt(action, 'URI'))
    if (address === undefined || addressHarm(address, 'followed') !== undefined || !/^[a-z]/iu.test(address))
      yield `/URI ${address}`
  }
  // A stream whose contents are another file.
  if (valueAt(dictionary, 'FFilter') !== undefined) yield '/FFilter'
}

/** Actions stand in annotations and bookmarks, after one another, and may be typed; what has an address is one in any case. */
function actionsOf(dictionary: PDFDict): PDFDict[] {
  const isAction = nameAt(dictionary, 'Type') === 'Action' || valueAt(dictionary, 'URI') !== undefined
  const inside = ['A', 'PA', 'Next'].flatMap((name) =>
    elementsAt(dictionary, name).flatMap((value) =>
      'lookup' in value && !(value instanceof PDFArray) ? [value as PDFDict] : [],
    ),
  )
  return [
    ...inside.filter((one) => nameAt(one, 'S') !== ''),
    ...(isAction && nameAt(dictionary, 'S') ? [dictionary] : []),
  ]
}
