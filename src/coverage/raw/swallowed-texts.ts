import {bareLine} from './bare-line.ts'
import type {ScannedLine} from './scan-lines.ts'

/** An address in running text that took what comes behind it. */
export interface SwallowedText {
  readonly line: number
  readonly address: string
  /** As the finished file has it, readable. */
  readonly found: string
}

/** A bare one: not in brackets of a link, in quotes or in an attribute. */
const bareAddress = /(?<![[(<"'=\w/])(?<address>(?:https?|ftp):\/\/[!-;=?-~]+)(?<behind>[^\s!-~])/giu

/** Addresses of `found` that go on into Chinese punctuation or characters right behind an address of the text. */
export function swallowedTexts(lines: readonly ScannedLine[], found: readonly string[]): SwallowedText[] {
  const longer = found.map((one) => readable(one)).filter((one) => /[^ -~]/u.test(one))
  if (longer.length === 0) return []
  return lines.flatMap(({kind, line, text}) => {
    if (kind !== 'text') return []
    return Array.from(bareLine(text).matchAll(bareAddress)).flatMap(({groups}): SwallowedText[] => {
      const {address = '', behind = ''} = groups ?? {}
      const taken = longer.find((one) => one.startsWith(address + behind))
      return taken === undefined ? [] : [{line, address, found: taken}]
    })
  })
}

function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
