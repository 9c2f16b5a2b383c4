import {expect, test} from 'vitest'
import {doubledHeading} from '../../src/pdf/finish/mend-bookmarks.ts'

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
