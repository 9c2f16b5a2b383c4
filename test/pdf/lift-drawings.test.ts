import {decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFRef} from '@cantoo/pdf-lib'
import {describe, expect, test} from 'vitest'
import {liftDrawings} from '../../src/pdf/finish/lift-drawings.ts'
import {kidsOf, numberTree} from '../../src/pdf/finish/structure.ts'

const lines = (...all: string[]) => all.join('\n')

interface FormPlan {
  readonly content: string
  /** Element of each number in it. */
  readonly owners: readonly ('figure' | 'paragraph')[]
  /** By the name that it paints it under. */
  readonly inside?: PDFRef
}

/** A page whose content paints `/X1`, with a figure and a paragraph. */
async function pageOf(content: string, plans: readonly FormPlan[]) {
  const document = await PDFDocument.create()
  const {context} = document
  const page = document.addPage()
  const figure = context.obj({Type: 'StructElem', S: 'Figure', Pg: page.ref})
  const refs = {figure: context.register(figure), paragraph: context.register(context.obj({S: 'P', Pg: page.ref}))}
  const nums: unknown[] = [0, [refs.figure]]
  const kids: unknown[] = [0]
  let inner: PDFRef | undefined
  for (const [index, {content: drawn, owners}] of plans.entries()) {
    const inside = inner ? {Resources: {XObject: {X1: inner}}} : {}
    const stream = context.flateStream(drawn, {Type: 'XObject', Subtype: 'Form', StructParents: index + 1, ...inside})
    inner = context.register(stream)
    for (const number of owners.keys()) kids.push({Type: 'MCR', Stm: inner, MCID: number})
    nums.push(
      index + 1,
      owners.map((owner) => refs[owner]),
    )
  }
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
  page.node.set(PDFName.of('StructParents'), context.obj(0))
  page.node.set(PDFName.of('Resources'), context.obj({XObject: inner ? {X1: inner} : {}}))
  figure.set(PDFName.of('K'), context.obj(kids as never))
  const root = context.obj({ParentTree: {Nums: nums as never}, K: [refs.figure, refs.paragraph]})
  liftDrawings(document, root)
  const textOf = (stream: unknown) =>
    stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''
  const forms: {text: string; isTagged: boolean}[] = []
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !object.dict.has(PDFName.of('Subtype'))) continue
    forms.push({text: textOf(object), isTagged: object.dict.has(PDFName.of('StructParents'))})
  }
  const [, entry] = [...numberTree(root.lookup(PDFName.of('ParentTree'), PDFDict))][0] ?? []
  return {
    content: textOf(page.node.lookup(PDFName.of('Contents'))),
    kids: kidsOf(figure).map(String),
    owners: entry instanceof PDFArray ? entry.asArray().map((one) => one === refs.figure) : [],
    forms,
  }
}

const before = lines('/Figure <</MCID 0 >>BDC', '0 0 5 5 re', 'f', 'Q', 'q', 'EMC')
const tagged = (inside: string, number = 0) => lines('q', `/Figure <</MCID ${number} >>BDC`, inside, 'Q', 'EMC')

describe('what is tagged inside of a form', () => {
  test('is tagged on the page, once', async () => {
    const form = lines(tagged('0 0 1 1 re\nf'), tagged('BT\n<0041> Tj\nET', 1))
    const lifted = await pageOf(lines(before, '/X1 Do', 'Q'), [{content: form, owners: ['figure', 'figure']}])
    expect(lifted.content).toBe(lines(before, '/Figure <</MCID 1 >>BDC', '/X1 Do', 'EMC', 'Q'))
    expect(lifted.kids).toEqual(['0', '1'])
    expect(lifted.owners).toEqual([true, true])
    expect(lifted.forms).toEqual([
      {text: lines('q', '0 0 1 1 re', 'f', 'Q', 'q', 'BT', '<0041> Tj', 'ET', 'Q'), isTagged: false},
    ])
  })

  test('is tagged with what forms inside of it have', async () => {
    const inner: FormPlan = {content: tagged('0 0 1 1 re\nf'), owners: ['figure']}
    const outer: FormPlan = {content: lines('q', '/X1 Do', 'Q'), owners: []}
    const lifted = await pageOf('/X1 Do', [inner, outer])
    expect(lifted.content).toBe(lines('/Figure <</MCID 1 >>BDC', '/X1 Do', 'EMC'))
    expect(lifted.kids).toEqual(['0', '1'])
    expect(lifted.forms.map(({isTagged}) => isTagged)).toEqual([false, false])
  })

  test('keeps other marks', async () => {
    const form = lines('/Span <</Lang (en)>> BDC', tagged('0 0 1 1 re\nf'), 'EMC')
    const {forms} = await pageOf('/X1 Do', [{content: form, owners: ['figure']}])
    expect(forms[0]?.text).toBe(lines('/Span <</Lang (en)>> BDC', 'q', '0 0 1 1 re', 'f', 'Q', 'EMC'))
  })

  test('stays there where it is of several elements, or within marked content', async () => {
    const two: FormPlan = {content: tagged('f'), owners: ['figure', 'paragraph']}
    expect(await pageOf('/X1 Do', [two])).toMatchObject({content: '/X1 Do', forms: [{isTagged: true}]})
    const within = lines('/Figure <</MCID 0 >>BDC', '/X1 Do', 'EMC')
    expect(await pageOf(within, [{content: tagged('f'), owners: ['figure']}])).toMatchObject({
      content: within,
      forms: [{isTagged: true}],
    })
  })
})
