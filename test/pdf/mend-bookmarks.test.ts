import {PDFDocument, PDFHexString, PDFName} from '@cantoo/pdf-lib'
import {expect, test} from 'vitest'
import {doubledHeading, mendBookmarks, type Heading} from '../../src/pdf/finish/mend-bookmarks.ts'

const headings = ['3.1 训练', '3.1.1 数据预处理', '1.2.1 节 2：预测，从数据中学习', '算算', '好好学习']

test.each([
  ['3.1.1 数据预处理 数据预处理', '3.1.1 数据预处理'],
  ['3.13.1 训练 训练', '3.1 训练'],
  ['1.2.11.2.1 节 2：预测，从数据中学习 节 2：预测，从数据中学习', '1.2.1 节 2：预测，从数据中学习'],
])('%s says pieces of its heading twice', (title, heading) => {
  expect(doubledHeading(title, headings)).toBe(heading)
})

test.each([
  '3.1 训练',
  '算算',
  '好好学习',
  '3.1 训练与推理',
  '3.1.1 数据预处理 别的',
  '别的 别的',
  '数据预处理 数据预处理',
])('%s stays', (title) => {
  expect(doubledHeading(title, headings)).toBeUndefined()
})

/** What bookmarks of these titles say once they are mended. */
async function mended(titles: readonly string[], of: readonly Heading[]): Promise<string[]> {
  const document = await PDFDocument.create()
  const items = titles.map((title) => document.context.obj({Title: PDFHexString.fromText(title)}))
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    if (next) item.set(PDFName.of('Next'), next)
  }
  const [first] = items
  document.catalog.set(PDFName.of('Outlines'), document.context.obj(first ? {First: first} : {}))
  mendBookmarks(document, of)
  return items.map((item) => {
    const title = item.lookup(PDFName.of('Title'))
    return title instanceof PDFHexString ? title.decodeText() : ''
  })
}

test('a bookmark leaves out what a picture in its heading shows, also where other headings have no bookmark', async () => {
  const of = [{text: '甲'}, {text: ''}, {text: '乙', title: '乙'}, {text: 'x2 之和', title: 'x² 之和'}, {text: '丁'}]
  expect(await mended(['甲', '乙 标志.svg', 'x2 之和', '丁'], of)).toEqual(['甲', '乙', 'x² 之和', '丁'])
  expect(await mended(['甲', '', '乙 标志.svg', 'x2 之和', '丁'], of)).toEqual(['甲', '', '乙', 'x² 之和', '丁'])
})
