import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {Writable} from 'node:stream'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {print, printJson, style} from '../../src/cli/terminal.ts'
import {payloads, unsafeLines} from '../support/terminal-payloads.ts'

function printed(isTTY: boolean, use: (stream: NodeJS.WriteStream) => void): string {
  let text = ''
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  use(Object.assign(stream, {isTTY, hasColors: () => isTTY, getColorDepth: () => 8}) as unknown as NodeJS.WriteStream)
  return text
}

const all = Object.entries(payloads)

test.each(all)('what a text says is only text: %s', (_what, payload) => {
  for (const text of [payload, `a ${payload} b`, style('bold', payload), `${style('red', '#')}${payload}`]) {
    expect(unsafeLines(printed(false, (stream) => print(stream, text)))).toEqual([])
  }
})

test.each(all)('JSON says it in other letters: %s', (_what, payload) => {
  const text = printed(false, (stream) => printJson(stream, {[payload]: [payload]}))
  expect(unsafeLines(text)).toEqual([])
  // A lone half of a character is written as its escape, and read as it was.
  expect(JSON.parse(text)).toEqual({[payload]: [payload]})
})

const piece = fc.oneof(
  fc.constantFrom(...Object.values(payloads), '#', '##', '[', '::', ':', '\n', ' ', 'vso', '\u001B', '---'),
  fc.string({unit: 'binary'}),
)
const pieces = fc.array(fc.tuple(piece, fc.boolean()), {maxLength: 12})

test('so does any text, with styles anywhere', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.map(([part, isStyled]) => (isStyled ? style('dim', part) : part)).join('')
      expect(unsafeLines(printed(false, (stream) => print(stream, text)))).toEqual([])
    }),
  )
})

test('JSON of any text is read as it was', () => {
  fc.assert(
    fc.property(fc.array(piece), (parts) => {
      const text = printed(false, (stream) => printJson(stream, parts))
      expect(unsafeLines(text)).toEqual([])
      expect(JSON.parse(text)).toEqual(parts)
    }),
  )
})

test('text that is no trick is printed as it is', () => {
  const text = '第 1 章：“a”::b #1 ## 2 [x](y)\n  --- 👩‍🏫 می‌خواهم 1:2::3\n'
  expect(printed(false, (stream) => print(stream, text))).toBe(text.replace('\n  ---', '\n  \\---'))
})

test('on a terminal with colours, lectern’s own styles are there, and those of others are not', () => {
  const text = `${style('red', 'a\u001B[32mb')} \u001B[1mc`
  const {NO_COLOR} = process.env
  delete process.env['NO_COLOR']
  try {
    expect(printed(true, (stream) => print(stream, text))).toBe('\u001B[31ma\uFFFD[32mb\u001B[39m \uFFFD[1mc')
  } finally {
    if (NO_COLOR !== undefined) process.env['NO_COLOR'] = NO_COLOR
  }
})

test('nothing else in src writes to the terminal', () => {
  const files = readdirSync('src', {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.ts'))
  const others = files.filter((file) => {
    const source = readFileSync(path.join('src', file), 'utf8')
    return file !== path.join('cli', 'terminal.ts') && /process\.std(?:out|err)\.write|\bconsole\.\w+\(/u.test(source)
  })
  // These run in pages.
  expect(others.filter((file) => !file.startsWith('reveal/client/'))).toEqual([])
})
