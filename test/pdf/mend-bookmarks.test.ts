import {expect, test} from 'vitest'
import {doubledHeading} from '../../src/pdf/finish/mend-bookmarks.ts'

const headings = ['3.1 训练', '3.1.1 数据预处理', '算算', '好好学习']

test('a title that says the end of its heading twice is the heading', () => {
  expect(doubledHeading('3.1.1 数据预处理 数据预处理', headings)).toBe('3.1.1 数据预处理')
})

test('any other stays', () => {
  for (const title of ['3.1 训练', '算算', '好好学习', '3.1 训练与推理', '别的 别的']) {
    expect(doubledHeading(title, headings)).toBeUndefined()
  }
})
