import {describe, expect, test} from 'vitest'
import {fromHtml} from 'hast-util-from-html'
import {archiveTexts} from '../../src/coverage/privacy/archive-texts.ts'
import {decodedTexts, textsOfPage} from '../../src/coverage/privacy/readable-texts.ts'
import {tellingParts} from '../../src/coverage/privacy/telling-parts.ts'
import {placeholder} from '../../src/coverage/normalize-text.ts'

test('a private text is looked for whole between formulas, and by clauses of Chinese', () => {
  expect(tellingParts(`建议两人一组,限时。${placeholder}thisislongenough`, 'deck')).toEqual([
    'thisislongenough',
    '建议两人一组',
  ])
  expect(tellingParts('短句,见图', 'deck')).toEqual([])
  expect(tellingParts('建议两人一组,限时。', 'pdf')).toEqual([])
})

describe('what a page says', () => {
  test('is put together over elements and entities, with its attributes', () => {
    const texts = textsOfPage(fromHtml('<p title="备注">请<b>学</b>&#29983;</p>')).join('\n')
    expect(texts).toContain('请学生')
    expect(texts).toContain('备注')
    expect(textsOfPage(fromHtml('<p>请学</p><p>生</p>')).join('')).not.toContain('请学生')
  })

  test('may be written in Base64 or in escapes', () => {
    const data = Buffer.from('请学生回答').toString('base64')
    expect(decodedTexts(`<a href="data:text/plain;base64,${data}">`)).toEqual(['请学生回答'])
    expect(decodedTexts(String.raw`'\u8bf7\u5b66\u751f'`).join('')).toContain('请学生')
    expect(decodedTexts('<p>请学生</p>')).toEqual([])
  })
})

test('an archive and its pictures may have comments', () => {
  const end = Buffer.concat([
    Buffer.from([0x50, 0x4b, 5, 6]),
    Buffer.alloc(16),
    Buffer.from([6, 0]),
    Buffer.from('备注'),
  ])
  const comment = Buffer.from('请学生')
  const jpeg = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, comment.length + 2]),
    comment,
    Buffer.from([0xff, 0xd9]),
  ])
  const png = Buffer.concat([
    Buffer.alloc(8),
    Buffer.from([0, 0, 0, 5]),
    Buffer.from('tEXt'),
    Buffer.from('a\0xyz'),
    Buffer.alloc(4),
  ])
  const texts = archiveTexts(end, {'a.jpg': jpeg, 'b.png': png, 'c.svg': comment})
  expect(texts).toEqual(['备注', '请学生', 'a\0xyz'])
})
