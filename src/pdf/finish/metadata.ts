import {PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import {serializeXml} from '../../html/serialize-xml.ts'
import {x} from 'xastscript'
import {joinNames} from '../../model/join-names.ts'

export interface DocumentFacts {
  readonly title: string
  readonly authors: readonly string[]
  /** BCP 47. */
  readonly language: string
  readonly description: string
  readonly subjects: readonly string[]
  readonly identifier: string
  readonly rights: string
  /** ISO 8601 instant. */
  readonly modified: string
}

const namespaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/',
  'rdf:about': '',
}

/**
 * The document's metadata as XMP (ISO 16684-1; PDF/UA-1, 7.1), and the same in its information dictionary. It claims no
 * conformance: no validator of PDF/UA runs in the build.
 */
export function addMetadata(document: PDFDocument, facts: DocumentFacts): void {
  const {authors, language, modified, subjects, title} = facts
  document.setTitle(title)
  if (authors.length > 0) document.setAuthor(joinNames(authors, language))
  if (subjects.length > 0) document.setKeywords([...subjects])
  document.setCreator('lectern')
  document.setLanguage(language)
  const stamp = new Date(modified)
  document.setCreationDate(stamp)
  document.setModificationDate(stamp)
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${serializeXml(xmp(facts))}\n<?xpacket end="r"?>`
  // Unfiltered, so that any program finds it (ISO 16684-1, 1.3).
  const stream = document.context.stream(Buffer.from(packet, 'utf8'), {Type: 'Metadata', Subtype: 'XML'})
  document.catalog.set(PDFName.of('Metadata'), document.context.register(stream))
}

function xmp({authors, description, identifier, language, modified, rights, subjects, title}: DocumentFacts) {
  const plain = (name: string, value: string) => (value ? [x(name, value)] : [])
  const alternatives = (name: string, value: string) =>
    value ? [x(name, [x('rdf:Alt', [x('rdf:li', {'xml:lang': 'x-default'}, value)])])] : []
  const list = (name: string, kind: 'rdf:Bag' | 'rdf:Seq', values: readonly string[]) =>
    values.length > 0
      ? [
          x(name, [
            x(
              kind,
              values.map((value) => x('rdf:li', value)),
            ),
          ]),
        ]
      : []
  return x('x:xmpmeta', {'xmlns:x': 'adobe:ns:meta/'}, [
    x('rdf:RDF', {'xmlns:rdf': namespaces['xmlns:rdf']}, [
      x('rdf:Description', namespaces, [
        ...plain('dc:format', 'application/pdf'),
        ...alternatives('dc:title', title),
        ...list('dc:creator', 'rdf:Seq', authors),
        ...alternatives('dc:description', description),
        ...list('dc:subject', 'rdf:Bag', subjects),
        ...list('dc:language', 'rdf:Bag', [language]),
        ...plain('dc:identifier', identifier),
        ...alternatives('dc:rights', rights),
        ...plain('xmp:CreatorTool', 'lectern'),
        ...plain('xmp:CreateDate', modified),
        ...plain('xmp:ModifyDate', modified),
        ...plain('xmp:MetadataDate', modified),
      ]),
    ]),
  ])
}
