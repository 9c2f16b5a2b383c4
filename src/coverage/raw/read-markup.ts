/** What a page of HTML or XHTML says, by its tags alone. */
export interface MarkupReading {
  /** All text, and after it alternative texts and titles. */
  readonly text: string
  /** Text outside code, a line a block; formulas, drawings and code are U+FFFC. */
  readonly prose: string
  /** Addresses that links lead to outside the file. */
  readonly addresses: readonly string[]
}

const tag = /<(?<end>\/?)(?<name>[a-z][\w:-]*)(?<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)>|<[!?][^>]*>/giu
const attribute = /(?<name>alt|title|href)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/giu
/** What they hold is no text of the course. */
const silent: ReadonlySet<string> = new Set(['head', 'math', 'script', 'style', 'svg'])
const code: ReadonlySet<string> = new Set(['code', 'kbd', 'pre', 'samp'])
const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del em i img ins kbd mark math q rb rp rt rtc ruby s samp small span strong sub sup svg time u var wbr'.split(
    ' ',
  ),
)
const standIn = '\uFFFC'

interface Reader {
  readonly text: string[]
  readonly prose: string[]
  readonly attributes: string[]
  readonly addresses: Set<string>
  /** Elements inside which text is silent, or is code, and how many of them are open. */
  readonly open: Map<string, number>
}

/** Reads a finished page without any parser: what is between its tags, as it comes. */
export function readMarkup(source: string): MarkupReading {
  const reader: Reader = {text: [], prose: [], attributes: [], addresses: new Set(), open: new Map()}
  let from = 0
  for (const match of source.matchAll(tag)) {
    say(reader, source.slice(from, match.index))
    from = match.index + match[0].length
    const {attributes = '', end = '', name = ''} = match.groups ?? {}
    if (name) step(reader, {name: name.toLowerCase(), isEnd: end !== '', attributes})
  }
  say(reader, source.slice(from))
  // Kept apart, so that the words on both sides of a picture stay adjacent.
  const text = [reader.text.join(''), ...reader.attributes].join('\n')
  return {text, prose: reader.prose.join('').replaceAll(/[^\S\n]*\n\s*/gu, '\n'), addresses: [...reader.addresses]}
}

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly attributes: string
}

function step(reader: Reader, {attributes, isEnd, name}: Tag): void {
  const {open, prose} = reader
  if (silent.has(name) || code.has(name)) {
    const count = open.get(name) ?? 0
    if (isEnd) open.set(name, Math.max(count - 1, 0))
    else {
      prose.push(standIn)
      if (!attributes.endsWith('/')) open.set(name, count + 1)
    }
  }
  if (!inline.has(name)) prose.push('\n')
  if (!isInside(reader, silent)) readAttributes(reader, attributes)
}

function readAttributes(reader: Reader, attributes: string): void {
  for (const {groups = {}} of attributes.matchAll(attribute)) {
    const value = decode(groups['double'] ?? groups['single'] ?? '')
    if (groups['name']?.toLowerCase() !== 'href') reader.attributes.push(value)
    else if (/^[a-z][a-z\d+.-]*:/iu.test(value)) reader.addresses.add(value)
  }
}

function say(reader: Reader, escaped: string): void {
  if (escaped === '' || isInside(reader, silent)) return
  const said = decode(escaped)
  reader.text.push(said)
  if (!isInside(reader, code)) reader.prose.push(said)
}

const isInside = ({open}: Reader, names: ReadonlySet<string>) =>
  open.size > 0 && [...open].some(([name, count]) => count > 0 && names.has(name))

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['nbsp', '\u00A0'],
  ['quot', '"'],
])

const decode = (text: string) =>
  text.replaceAll(/&(?:#x(?<hex>[\da-f]{1,6})|#(?<decimal>\d{1,7})|(?<name>\w+));/giu, (whole, ...rest) => {
    const {decimal, hex, name = ''} = rest.at(-1) as {readonly [group: string]: string | undefined}
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10_ff_ff ? String.fromCodePoint(point) : (named.get(name) ?? whole)
  })
