import {append} from '../model/append.ts'
/**
 * Object literals of a JavaScript or TypeScript file, read as data: nothing is run. Strings, numbers, arrays, objects and
 * names of constants and functions of the same file whose value is such a literal; anything else is `undefined`.
 */
export function readLiteral(source: string, start: number): unknown {
  return readValue({source, at: start, following: new Set()}, 0)
}

/** The literal that is the value of a constant of the file, or what a function of that name returns. */
export function readConstant(source: string, name: string): unknown {
  return followName(name, {source, at: 0, following: new Set()}, 0)
}

/** Places after `name:` or `name =` in the source, outside comments. */
export function placesOf(source: string, name: string): number[] {
  const pattern = new RegExp(String.raw`(?<![\w$.])['"]?${name}['"]?\s*(?::|=(?!=|>))\s*`, 'gu')
  return Array.from(source.matchAll(pattern), (match) => match.index + match[0].length)
}

/** Comments become blanks, so that places stay. Strings keep what looks like a comment. */
export function blankComments(source: string): string {
  return source.replaceAll(
    /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu,
    (whole, text?: string) => text ?? whole.replaceAll(/[^\n]/gu, ' '),
  )
}

/** Where the reader is. */
interface Cursor {
  readonly source: string
  at: number
  /** Names whose values are being read: a constant may name itself. */
  readonly following: Set<string>
}

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
  if (depth > deepest) return skipExpression(cursor)
  const character = peek(cursor)
  if (character === '[') return readArray(cursor, depth + 1)
  if (character === '{') return readObject(cursor, depth + 1)
  if (character !== '' && '"\'`'.includes(character)) return readWholeString(cursor)
  const number = readName(cursor, /^-?\d+(?:\.\d+)?/u)
  if (number !== undefined) return Number(number)
  const name = readName(cursor, /^[A-Za-z_$][\w$]*/u)
  if (name === undefined) return skipExpression(cursor)
  if (name === 'true' || name === 'false') return name === 'true'
  return followName(name, cursor, depth)
}

/** The value of a constant, or what a function of the same file returns. */
function followName(name: string, cursor: Cursor, depth: number): unknown {
  const escaped = name.replaceAll('$', String.raw`\$`)
  const constant = String.raw`(?:const|let|var)\s+${escaped}\s*`
  const declared = new RegExp(
    [
      String.raw`${constant}(?::[^=\n]+)?=\s*(?=[[{"'\x60])`,
      String.raw`function\s+${escaped}\s*\([^)]*\)[^{;]*\{\s*return\s+(?=[[{])`,
      String.raw`${constant}=\s*\([^)]*\)[^=;]*=>\s*(?:\{\s*return\s+|\(\s*)?(?=[[{])`,
    ].join('|'),
    'u',
  ).exec(cursor.source)
  if (!declared || cursor.following.has(name)) return undefined
  cursor.following.add(name)
  const value = readValue({...cursor, at: declared.index + declared[0].length}, depth + 1)
  cursor.following.delete(name)
  return value
}
