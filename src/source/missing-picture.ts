import type {Resource} from '../model/course.ts'
import {hasCredentials, webAddress} from '../model/web-address.ts'

const [width, height] = [640, 240]
/** Characters of a line that fit beside the frame, at 20 units each half as wide. */
const lineLength = 56
const mostLines = 3

/**
 * A picture of a frame with the address of one that is missing: outputs show it in its place, so that a reader sees that, and what, is
 * missing. Of an address on the web it is known that it can be followed. A password is not shown.
 */
export function missingPicture(address: string): Resource {
  const known = address.replace(/^(?<scheme>(?:[a-z][a-z\d+.-]*:)?\/\/)[^/?#]*@/iu, '$<scheme>…@')
  // What has no picture of its own, such as a space of no width, has no glyph either.
  const shown = Array.from(known.replaceAll(/\p{Cf}|\p{Variation_Selector}/gu, ''))
  const most = lineLength * mostLines
  const short = shown.length > most ? [...shown.slice(0, most - 12), '…', ...shown.slice(-11)] : shown
  const lines = Array.from({length: Math.ceil(short.length / lineLength)}, (_value, index) =>
    short.slice(index * lineLength, (index + 1) * lineLength).join(''),
  )
  const first = 168 - (lines.length - 1) * 14
  const text = lines.map((line, index) => `<text x="320" y="${first + index * 28}">${escapeXml(line)}</text>`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect x="2" y="2" width="636" height="236" rx="12" fill="#f8fafc" stroke="#52606d" stroke-width="3" stroke-dasharray="12 8"/><g fill="none" stroke="#52606d" stroke-width="4"><rect x="276" y="36" width="88" height="64" rx="6"/><circle cx="298" cy="56" r="7"/><path d="M280 96l28-28 18 18 14-14 22 24M264 112L376 24"/></g><g font-size="20" text-anchor="middle" fill="#1f2933">${text}</g></svg>`
  const picture = {
    path: `${address}.svg`,
    mediaType: 'image/svg+xml',
    contents: new TextEncoder().encode(svg),
    missing: short.join(''),
  }
  const remote = webAddress(address)
  return remote === undefined || hasCredentials(remote) ? picture : {...picture, standsFor: remote}
}

const escapeXml = (text: string) =>
  text
    .replaceAll(/\p{Cc}/gu, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
