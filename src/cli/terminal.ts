import {Console} from 'node:console'
import {randomBytes} from 'node:crypto'
import {Writable} from 'node:stream'
import {styleText} from 'node:util'

type Format = Parameters<typeof styleText>[0]

/** Nobody outside this process can write it, so what is between two of them was styled by lectern. */
const mark = `lectern-${randomBytes(16).toString('hex')}`
const opening = String.raw`${mark}<[\w,]+>`
const closing = `${mark}>`
const marks = `(?:${opening}|${closing})*`

/** Text that is styled where it is printed, if that is a terminal with colours. */
export function style(format: Format, text: string): string {
  return `${mark}<${[format].flat().join(',')}>${text}${closing}`
}

/**
 * Prints text, and is the only place that does. Names, values, messages of tools may say anything: control characters that move the
 * cursor or restyle the terminal, marks that turn the direction of text, lines that a CI service takes as commands. All but line
 * feeds and lectern's own styles becomes U+FFFD, and a command has a backslash in it.
 */
export function print(stream: NodeJS.WriteStream, text: string): void {
  stream.write(clean(text, stream))
}

/** Prints a line in place of what the terminal shows in its last one. */
export function printInPlace(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`\r\u001B[2K${clean(text, stream)}`)
}

const clean = (text: string, stream: NodeJS.WriteStream) => applyStyles(withoutCommands(withoutControls(text)), stream)

/** What libraries have to say goes the same way; and who stops reading, as `head` does, has heard enough. */
export function openTerminal(): void {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      print(process.stderr, String(chunk))
      done()
    },
  })
  globalThis.console = new Console({stdout: stream, stderr: stream})
  for (const one of [process.stdout, process.stderr]) {
    one.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
      process.exit()
    })
  }
}

/** Prints a value as JSON, whose strings are the same when it is read, and which says nothing else to a terminal. */
export function printJson(stream: NodeJS.WriteStream, value: unknown): void {
  const json = JSON.stringify(value, undefined, 2)
  const escaped = json.replaceAll(/[\p{Cf}\p{Zl}\p{Zp}\u007F-\u009F]|#(?=#)/gu, (character) =>
    Array.from({length: character.length}, (_value, index) => escape(character.charCodeAt(index))).join(''),
  )
  stream.write(`${escaped}\n`)
}

const escape = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`

/** Joiners belong to words of some scripts and to emoji. */
const control = /(?!\n)\p{Cc}|(?![\u200C\u200D])\p{Cf}|[\p{Zl}\p{Zp}\p{Surrogate}\uFFFE\uFFFF]/gu

const withoutControls = (text: string) =>
  text.replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(control, '\uFFFD')

/** Signs, as a pattern has each, whatever styles begin or end among them. */
const apart = (...signs: readonly string[]) => signs.join(marks)
const groupings = ['-', String.raw`\+`, '~', String.raw`\^`].map((sign) => apart(sign, sign, sign)).join('|')

/**
 * GitHub Actions reads `::name::` at the start of a line, after white space, and `##[name]` anywhere; Azure Pipelines `##vso[…]`, TeamCity
 * `##teamcity[…]`; Buildkite opens a group at `---`, `+++`, `~~~`.
 */
const commandAtStart = new RegExp(
  String.raw`^(?<before>(?:\s|${opening}|${closing})*)(?=${apart(':', ':')}|(?:${groupings})${marks}\s)`,
  'gmu',
)
const commandAnywhere = new RegExp(String.raw`#(?=${marks}#${marks}[\w.]*${marks}\[)`, 'gu')

const withoutCommands = (text: string) =>
  text.replaceAll(commandAtStart, '$<before>\\').replaceAll(commandAnywhere, '#\\')

const styled = new RegExp(String.raw`${mark}<(?<format>[\w,]+)>(?<inside>[^]*?)${closing}`, 'gu')

const applyStyles = (text: string, stream: NodeJS.WriteStream) =>
  text.replaceAll(styled, (_all, format: string, inside: string) =>
    styleText(format.split(',') as Format, inside, {stream}),
  )
