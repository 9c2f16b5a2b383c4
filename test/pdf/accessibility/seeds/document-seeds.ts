import {PDFName, PDFString, type PDFDocument} from '@cantoo/pdf-lib'
import {metadataOf, text} from '../../../support/tagged-pdf.ts'
import {seed, setCatalog, type Seed} from './seed.ts'

const withMetadata =
  (metadata: string): Seed['spoil'] =>
  (plan) =>
    Object.assign(plan, {metadata})
const withLayers = (properties: Record<string, unknown>) => setCatalog({OCProperties: {OCGs: [], ...properties}})

function addDynamicForm({catalog, context}: PDFDocument): void {
  const form = context.register(context.flateStream('<config><dynamicRender>required</dynamicRender></config>'))
  catalog.set(PDFName.of('AcroForm'), context.obj({Fields: [], XFA: form}))
}

const halfNamed = {Type: 'Filespec', F: PDFString.of('a.csv'), EF: {}}

export const documentSeeds: readonly Seed[] = [
  seed('06-001', 'no metadata', withMetadata('')),
  seed('06-001', 'metadata that are no XML', withMetadata('<rdf:RDF')),
  seed('06-003', 'no title', withMetadata(metadataOf('<dc:format>application/pdf</dc:format>'))),
  seed('06-003', 'a title of spaces', withMetadata(metadataOf('<dc:title> </dc:title>'))),
  seed('07-001', 'no preferences', setCatalog({ViewerPreferences: undefined})),
  seed('07-002', 'DisplayDocTitle that is false', setCatalog({ViewerPreferences: {DisplayDocTitle: false}})),
  seed(
    '20-001',
    'an unnamed configuration of layers',
    withLayers({D: {Name: text('一')}, Configs: [{Name: text('')}]}),
  ),
  seed('20-002', 'an unnamed default configuration of layers', withLayers({D: {}})),
  seed('20-003', 'layers that switch by themselves', withLayers({D: {Name: text('一'), AS: []}})),
  seed(
    '21-001',
    'an embedded file with one of its names',
    setCatalog({Names: {EmbeddedFiles: {Names: [text('a'), halfNamed]}}}),
  ),
  seed('25-001', 'a form that must be rendered', (plan) => Object.assign(plan, {finish: addDynamicForm})),
]
