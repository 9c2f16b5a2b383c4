import {PDFArray, PDFDict, PDFName, type PDFDocument} from '@cantoo/pdf-lib'
import {annotationOf, text, toUnicodeOf} from '../../../support/tagged-pdf.ts'
import {annotate, seed, setCatalog, setEntries, tag, type Seed} from './seed.ts'

function repeatTree({catalog}: PDFDocument): void {
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const kids = root.lookup(PDFName.of('K'), PDFArray)
  kids.push(kids.get(0))
}

const asType3: Seed['spoil'] = ({fonts: {Simple}}) =>
  Object.assign(Simple, {
    program: undefined,
    font: {Subtype: 'Type3'},
    toUnicode: toUnicodeOf(new Map(Array.from('AbCaB', (character) => [character.charCodeAt(0), character] as const))),
  })

const asCff: Seed['spoil'] = ({fonts: {Base}}) =>
  Object.assign(Base, {
    program: undefined,
    descriptor: {FontFile3: new TextEncoder().encode('OTTO')},
  })

const link = (StructParent: number) => annotationOf('Link', {Contents: text('第 2 页'), StructParent})

export const ownSeeds: readonly Seed[] = [
  seed('x-tagged', 'a file that does not say so', setCatalog({MarkInfo: {}})),
  seed('x-structure-is-sound', 'another parent', setEntries('Strong', {P: {S: 'Sect'}})),
  seed('x-structure-is-sound', 'content that is not there', (plan) => tag(plan, 'P').K.push(99)),
  seed('x-structure-is-sound', 'an element twice', (plan) => Object.assign(plan, {finish: repeatTree})),
  seed('x-structure-is-sound', 'a parent tree without the page', (plan) =>
    Object.assign(plan.page, {StructParents: 77}),
  ),
  seed('x-structure-is-sound', 'a parent tree without an annotation', ({annotations}) =>
    Object.assign(annotations, {link: link(77)}),
  ),
  seed('x-language-is-a-tag', 'a language in words', setEntries('H1', {Lang: text('中文')})),
  seed('x-table-is-regular', 'a row with a cell more', (plan) => tag(plan, 'TR', 1).K.push({S: 'TD', K: []})),
  seed('x-table-is-regular', 'a cell that reaches across', setEntries('TD', {A: {O: 'Table', ColSpan: 2}})),
  seed('x-table-is-regular', 'a cell that reaches down', setEntries('TH', {A: {O: 'Table', Scope: 'Row', RowSpan: 2}})),
  seed('x-link-has-words', 'words beside the link', (plan) => {
    const words = tag(plan, 'Link').K.splice(0, 1)
    tag(plan, 'P', 1).K.unshift(...words)
  }),
  seed('x-font-is-readable', 'outlines that are no TrueType', asCff),
  seed('x-font-is-readable', 'a font of Type 3', asType3),
  seed('x-font-is-subset', 'a whole font', ({fonts: {Base}}) => Object.assign(Base.font, {BaseFont: 'SourceSans3'})),
  seed('x-is-plain', 'a script', setCatalog({OpenAction: {S: 'JavaScript', JS: text('app.beep()')}})),
  seed('x-is-plain', 'an image map', setCatalog({Action: {S: 'URI', IsMap: true}})),
  seed('x-is-plain', 'article threads', setCatalog({Threads: [{Type: 'Thread'}]})),
  seed('x-is-plain', 'a film', annotate('Annot', annotationOf('Screen', {Contents: text('片')}))),
]
