import * as mupdf from 'mupdf'
import {describe, expect, test} from 'vitest'
import {checkPdfAccessibility} from '../../../src/coverage/pdf/check-pdf-accessibility.ts'
import {metadataOf, shown, wellFormed, writePdf} from '../../support/tagged-pdf.ts'

const bare = `BT /Base 12 Tf ${shown('A')} Tj ET`

describe('a defect', () => {
  test('says where it is, in two languages, and how often', async () => {
    const plan = wellFormed()
    plan.content += `\n${bare} ${bare} 0 0 m 5 5 l S`
    expect(await checkPdfAccessibility(await writePdf(plan))).toEqual([
      {
        condition: '01-005',
        page: 1,
        reason: '内容既没有标签，也没有标为装饰（Tj ×2） / Content is neither tagged nor marked as artifact (Tj ×2)',
      },
      {
        condition: '01-005',
        page: 1,
        reason: '内容既没有标签，也没有标为装饰（S） / Content is neither tagged nor marked as artifact (S)',
      },
    ])
  })

  test('of the whole document is on no page', async () => {
    const plan = wellFormed()
    plan.metadata = ''
    expect(await checkPdfAccessibility(await writePdf(plan))).toEqual([
      {
        condition: '06-001',
        page: 0,
        reason: '文件没有可读的 XMP 元数据 / The document has no XMP metadata that can be read',
      },
    ])
  })

  test('of a page is on that page', async () => {
    const plan = wellFormed()
    plan.finish = (document) => {
      const [, second] = document.getPages()
      const content = document.context.register(document.context.flateStream('0 0 m 5 5 l S'))
      second?.node.set(document.context.obj('Contents'), content)
    }
    const defects = await checkPdfAccessibility(await writePdf(plan))
    expect(defects.map(({condition, page}) => [condition, page])).toEqual([['01-005', 2]])
  })
})

describe('whether a file says that it is PDF/UA', () => {
  const identified = (part: string) => metadataOf(`<dc:title>课程</dc:title><pdfuaid:part>${part}</pdfuaid:part>`)

  test.each([
    ['', ['06-002']],
    ['2', ['06-002']],
    ['1', []],
  ])('matters only where it is to: part %j', async (part, expected) => {
    const pdf = await writePdf({...wellFormed(), metadata: identified(part)})
    expect(await checkPdfAccessibility(pdf)).toEqual([])
    const defects = await checkPdfAccessibility(pdf, {claims: true})
    expect(defects.map(({condition}) => condition)).toEqual(expected)
  })

  test('is read from an attribute as well', async () => {
    const metadata = metadataOf('').replace('rdf:about=""', 'rdf:about="" dc:title="课程" pdfuaid:part="1"')
    expect(await checkPdfAccessibility(await writePdf({...wellFormed(), metadata}), {claims: true})).toEqual([])
  })
})

describe('an encrypted file', () => {
  /** All that may be forbidden is (ISO 32000-1, table 22), but for reading aloud, which bit 10 allows. */
  async function encrypted(userPassword: string, mayBeReadAloud: boolean): Promise<Uint8Array> {
    const pdf = mupdf.Document.openDocument(await writePdf(wellFormed()), 'application/pdf') as mupdf.PDFDocument
    const permissions = -3904 + (mayBeReadAloud ? 0x200 : 0)
    const options = `encrypt=aes-256,owner-password=owner,user-password=${userPassword},permissions=${permissions}`
    return new Uint8Array(pdf.saveToBuffer(options).asUint8Array())
  }

  test('that anyone may read aloud has no defect', async () => {
    expect(await checkPdfAccessibility(await encrypted('', true))).toEqual([])
  })

  test.each(['', 'secret'])('that forbids it has, with the password %j', async (password) => {
    const defects = await checkPdfAccessibility(await encrypted(password, false))
    expect(defects.map(({condition}) => condition)).toEqual(['26-002'])
  })

  test('without permissions has', async () => {
    const text = Buffer.from(await encrypted('secret', true)).toString('latin1')
    expect(text).toMatch(/\/P -\d+/u)
    const defects = await checkPdfAccessibility(Buffer.from(text.replace(/\/P -/u, '/Q -'), 'latin1'))
    expect(defects.map(({condition}) => condition)).toEqual(['26-001'])
  })

  test('that nobody can open is no green one', async () => {
    await expect(encrypted('secret', true).then((pdf) => checkPdfAccessibility(pdf))).rejects.toThrow(
      'The PDF asks for a password',
    )
  })
})

test('what is no PDF, or only its beginning, is no green one', async () => {
  const pdf = await writePdf(wellFormed())
  await expect(checkPdfAccessibility(new TextEncoder().encode('no PDF'))).rejects.toThrow(/./u)
  await expect(checkPdfAccessibility(pdf.slice(0, 2000))).rejects.toThrow(/./u)
})

test('the file is left as it was', async () => {
  const pdf = await writePdf(wellFormed())
  const before = new Uint8Array(pdf)
  await checkPdfAccessibility(pdf)
  expect(pdf).toEqual(before)
})
