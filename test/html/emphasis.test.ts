import {h} from 'hastscript'
import {expect, test} from 'vitest'
import {renderEmphasis} from '../../src/html/inline/render-emphasis.ts'

test('Latin words in Chinese emphasis are slanted, and have no dots', () => {
  const made = renderEmphasis(
    [{type: 'text', value: '用 Self-Attention v2 的模型'}, h('strong', 'GPT 系列'), h('code', 'x = y')],
    'zh-CN',
  )
  expect(made).toEqual(
    h('em', [
      '用 ',
      h('span', {className: 'latin'}, 'Self-Attention v2'),
      ' 的模型',
      h('strong', [h('span', {className: 'latin'}, 'GPT'), ' 系列']),
      h('code', 'x = y'),
    ]),
  )
})

test('emphasis in English is as it is', () => {
  expect(renderEmphasis([{type: 'text', value: 'Attention'}], 'en')).toEqual(h('em', 'Attention'))
})
