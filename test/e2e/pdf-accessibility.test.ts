import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'
import {PDFDict, PDFDocument, PDFName} from '@cantoo/pdf-lib'
import {beforeAll, describe, expect, inject, test} from 'vitest'
import {checkPdfAccessibility} from '../../src/coverage/pdf/check-pdf-accessibility.ts'

let files: string[] = []

beforeAll(async () => {
  const names = await readdir(inject('dist'), {recursive: true})
  files = names.filter((name) => name.endsWith('.pdf')).toSorted()
})

const read = async (file: string) => new Uint8Array(await readFile(path.join(inject('dist'), file)))

describe('every PDF of the bundled course', () => {
  test('is accessible by what a program can tell', async () => {
    expect(files).toEqual(expect.arrayContaining(['large-models.pdf', 'large-models-slides.pdf']))
    expect(files.length).toBeGreaterThan(3)
    const found: string[] = []
    for (const file of files) {
      // In turn: each is read as a whole.
      // oxlint-disable-next-line no-await-in-loop
      const defects = await checkPdfAccessibility(await read(file))
      found.push(...defects.map(({condition, page, reason}) => `${file} p. ${page} ${condition} ${reason}`))
    }
    expect(found).toEqual([])
  })

  test('does not say that it is PDF/UA', async () => {
    const defects = await checkPdfAccessibility(await read('large-models.pdf'), {claims: true})
    expect(defects.map(({condition}) => condition)).toEqual(['06-002'])
  })
})

/** The book, changed behind the generator's back. */
async function conditionsOf(change: (document: PDFDocument) => unknown): Promise<Set<string>> {
  const document = await PDFDocument.load(await read('large-models.pdf'), {updateMetadata: false})
  change(document)
  const defects = await checkPdfAccessibility(await document.save())
  return new Set(defects.map(({condition}) => condition))
}

describe('what is taken from the book is missed', () => {
  test('tags', async () => {
    const found = await conditionsOf(({catalog}) => catalog.delete(PDFName.of('StructTreeRoot')))
    for (const condition of ['01-005', '28-011', 'x-tagged']) expect(found).toContain(condition)
  })

  test('the role map', async () => {
    const found = await conditionsOf(({catalog}) =>
      catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).delete(PDFName.of('RoleMap')),
    )
    expect([...found]).toEqual(['02-001'])
  })

  test('the metadata', async () => {
    const found = await conditionsOf(({catalog}) => catalog.delete(PDFName.of('Metadata')))
    expect([...found]).toEqual(['06-001'])
  })

  test('what a font means', async () => {
    const found = await conditionsOf(({context}) => {
      for (const [, object] of context.enumerateIndirectObjects()) {
        const isComposite = object instanceof PDFDict && object.get(PDFName.of('Subtype')) === PDFName.of('Type0')
        if (isComposite) object.delete(PDFName.of('ToUnicode'))
      }
    })
    expect([...found]).toEqual(['31-027'])
  })
})
