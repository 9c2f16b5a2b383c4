import {findImport} from './find-import.ts'
import type {SourceModule} from './source-module.ts'
import {recordOf} from './values.ts'

import {append} from '../model/append.ts'
/**
 * Object literals of a JavaScript or TypeScript file, read as data: nothing is run. Strings, numbers, arrays, objects and names of
 * constants and functions whose value is such a literal, of the same file or of one that it imports; anything else is `undefined`.
 */
export function readLiteral(module: SourceModule, start: number): unknown {
  return readValue(cursorAt(module, start), 0)
}

/** The literal that is the value of a constant of the file, or what a function of that name returns. */
export function readConstant(module: SourceModule, name: string): unknown {
  return followName(name, cursorAt(module, 0), 0)
}

/** The literal that a module is: its default export, `module.exports`, or all of a JSON file. */
export function readDefault(module: SourceModule): unknown {
  return readExport('default', cursorAt(module, 0), 0)
}

/** Places after `name:` or `name =` in the source, outside comments. */
export function placesOf(source: string, name: string): number[] {
  const pattern = new RegExp(String.raw`(?<![\w$.])['"]?${name}['"]?\s*(?::|=(?!=|>))\s*`, 'gu')
  return Array.from(source.matchAll(pattern), (match) => match.index + match[0].length)
}

/** Where the reader is. */
interface Cursor {
  readonly module: SourceModule
  readonly source: string
  at: number
  /** Names whose values are being read: a constant may name itself. */
  readonly following: Set<string>
  /** What may still be read: constants that name others twice would stand for more and more. */
  readonly budget: {left: number}
}

const most = 100_000

const cursorAt = (module: SourceModule, at: number): Cursor => ({
  module,
  source: module.source,
  at,
  following: new Set(),
  budget: {left: most},
})

const deepest = 100

const peek = ({at, source}: Cursor) => source.charAt(at)

function skipSpace(cursor: Cursor): void {
  while (/\s/u.test(peek(cursor))) cursor.at++
}

/** To the comma or bracket that ends an expression which is no literal. */
function skipExpression(cursor: Cursor): undefined {
  let depth = 0
  for (; cursor.at < cursor.source.length; cursor.at++) {
    const character = peek(cursor)
    if ('"\'`'.includes(character)) {
      readString(cursor)
      cursor.at--
    } else if ('([{'.includes(character)) depth++
    else if (')]}'.includes(character)) {
      if (depth === 0) return
      depth--
    } else if ((character === ',' || character === ';') && depth === 0) return
  }
}

/** A string; absent where it is a template with something to fill in. */
function readString(cursor: Cursor): string | undefined {
  const quote = peek(cursor)
  let text = ''
  let isWhole = true
  for (cursor.at++; cursor.at < cursor.source.length && peek(cursor) !== quote; cursor.at++) {
    if (peek(cursor) === '\\') cursor.at++
    else if (quote === '`' && cursor.source.startsWith('${', cursor.at)) isWhole = false
    text += peek(cursor)
  }
  cursor.at++
  return isWhole ? text : undefined
}

/** A string that is all of its expression: what is joined to it would be lost. */
function readWholeString(cursor: Cursor): string | undefined {
  const text = readString(cursor)
  skipSpace(cursor)
  return peek(cursor) === '+' ? undefined : text
}

function readArray(cursor: Cursor, depth: number): unknown[] {
  const values: unknown[] = []
  cursor.at++
  for (skipSpace(cursor); peek(cursor) !== '' && peek(cursor) !== ']'; skipSpace(cursor)) {
    const isSpread = cursor.source.startsWith('...', cursor.at)
    if (isSpread) cursor.at += 3
    const value = readValue(cursor, depth)
    if (isSpread) append(values, Array.isArray(value) ? (value as unknown[]) : [])
    else if (value !== undefined) values.push(value)
    if (!nextMember(cursor)) break
  }
  cursor.at++
  return values
}

function readObject(cursor: Cursor, depth: number): Record<string, unknown> {
  const members = new Map<string, unknown>()
  cursor.at++
  for (skipSpace(cursor); peek(cursor) !== '' && peek(cursor) !== '}'; skipSpace(cursor)) {
    if (cursor.source.startsWith('...', cursor.at)) {
      cursor.at += 3
      for (const [key, value] of Object.entries(recordOf(readValue(cursor, depth)))) members.set(key, value)
      if (nextMember(cursor)) continue
      break
    }
    const key = readKey(cursor)
    skipSpace(cursor)
    if (key !== undefined && peek(cursor) === ':') {
      cursor.at++
      members.set(key, readValue(cursor, depth))
    } else if (key !== undefined && ',}'.includes(peek(cursor))) members.set(key, followName(key, cursor, depth))
    if (!nextMember(cursor)) break
  }
  cursor.at++
  return Object.fromEntries(members)
}

function readKey(cursor: Cursor): string | undefined {
  if (`"'`.includes(peek(cursor))) return readString(cursor)
  return readName(cursor, /^[\w$]+/u)
}

function readName(cursor: Cursor, pattern: RegExp): string | undefined {
  const [name] = pattern.exec(cursor.source.slice(cursor.at, cursor.at + 200)) ?? []
  cursor.at += name?.length ?? 0
  return name
}

/** Past a comma; false at the end of the list or object. */
function nextMember(cursor: Cursor): boolean {
  skipExpression(cursor)
  if (peek(cursor) !== ',') return false
  cursor.at++
  return true
}

function readValue(cursor: Cursor, depth: number): unknown {
  skipSpace(cursor)
  cursor.budget.left--
  if (depth > deepest || cursor.budget.left < 0) return skipExpression(cursor)
  const character = peek(cursor)
  if (character === '[') return readArray(cursor, depth + 1)
  if (character === '{') return readObject(cursor, depth + 1)
  if (character !== '' && '"\'`'.includes(character)) return readWholeString(cursor)
  const number = readName(cursor, /^-?\d+(?:\.\d+)?/u)
  if (number !== undefined) return Number(number)
  const name = readName(cursor, /^[A-Za-z_$][\w$]*/u)
  if (name === undefined) return skipExpression(cursor)
  if (name === 'true' || name === 'false') return name === 'true'
  return name === 'require' ? readRequired(cursor, depth) : followName(name, cursor, depth)
}

/** The value of a constant, or what a function returns, of the same file or one that it imports. */
function followName(name: string, cursor: Cursor, depth: number): unknown {
  const escaped = name.replaceAll('$', String.raw`\$`)
  const constant = String.raw`(?:const|let|var)\s+${escaped}\s*`
  const declared = new RegExp(
    [
      String.raw`${constant}(?::[^=\n]+)?=\s*(?:\w{0,40}[dD]efine\w{0,40}\(\s*)?(?=[[{"'\x60])`,
      String.raw`function\s+${escaped}\s*\([^)]*\)[^{;]*\{\s*return\s+(?=[[{])`,
      String.raw`${constant}=\s*\([^)]*\)[^=;]*=>\s*(?:\{\s*return\s+|\(\s*)?(?=[[{])`,
    ].join('|'),
    'u',
  ).exec(cursor.source)
  const key = `${cursor.module.path}\0${name}`
  if (cursor.following.has(key)) return undefined
  cursor.following.add(key)
  const value = declared
    ? readValue({...cursor, at: declared.index + declared[0].length}, depth + 1)
    : followImport(name, cursor, depth)
  cursor.following.delete(key)
  return value
}

function followImport(name: string, cursor: Cursor, depth: number): unknown {
  const {exported, specifier} = findImport(cursor.source, name) ?? {}
  const module = specifier === undefined ? undefined : cursor.module.open(specifier)
  if (!module || exported === undefined) return undefined
  return readExport(exported, {...cursor, module, source: module.source, at: 0}, depth)
}

/** `require('./a')` in place of a value. */
function readRequired(cursor: Cursor, depth: number): unknown {
  const [whole = '', , specifier = ''] =
    /^\s*\(\s*(["'])([^"'\n]*)\1\s*\)(?!\s*[.(])/u.exec(cursor.source.slice(cursor.at, cursor.at + 400)) ?? []
  cursor.at += whole.length
  const module = whole === '' ? undefined : cursor.module.open(specifier)
  return module && readExport('default', {...cursor, module, source: module.source, at: 0}, depth)
}

/** What a module exports by a name. */
function readExport(exported: string, cursor: Cursor, depth: number): unknown {
  if (exported !== 'default') return followName(exported, cursor, depth + 1)
  const isJson = cursor.module.path.endsWith('.json')
  const place = isJson ? {index: 0, 0: ''} : defaultExport.exec(cursor.source)
  const key = `${cursor.module.path}\0default`
  if (!place || cursor.following.has(key)) return undefined
  cursor.following.add(key)
  const value = readValue({...cursor, at: place.index + place[0].length}, depth + 1)
  cursor.following.delete(key)
  return value
}

/** Before the value of a default export; `defineConfig(…)` and the like give back what they are given. */
const defaultExport = /(?:export\s+default\s+|(?<![\w$.])module\.exports\s*=\s*)(?:\w{0,40}define\w{0,40}\(\s*)?/iu
