/** Those that a reader's program follows without running anything and without reading the reader's own files. */
export const safeSchemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel'])

/** What the URL parser drops before it looks at anything (URL Standard, 4.4, steps 1 to 3). */
const atEnds = /^[\0-\u0020]+|[\0-\u0020]+$/gu
const anywhere = /[\t\n\r]/gu

const schemeOf = (url: string): string | undefined => /^(?<scheme>[a-z][a-z\d+.-]*):/iu.exec(url)?.groups?.['scheme']

/**
 * A URL that an author gives, as the URL parser normalises it, where it is harmless as the target of a link: a web, mail or telephone
 * address, or relative; `undefined` for any other. Two slashes at the beginning take the scheme of the page, which from a file is
 * another machine's share, and a colon before the first slash is no relative URL (RFC 3986, 4.2).
 */
export function safeUrl(url: string): string | undefined {
  const normal = url.replaceAll(atEnds, '').replaceAll(anywhere, '')
  const scheme = schemeOf(normal)
  if (scheme !== undefined) return safeSchemes.has(scheme.toLowerCase()) ? normal : undefined
  const leavesFolder = /^[/\\]{2}|\\/u.test(normal)
  return leavesFolder || /^[^/?#]*:/u.test(normal) ? undefined : normal
}

/** The same of a URL that leads out of the course: one with a scheme. */
export function safeExternalUrl(url: string): string | undefined {
  const safe = safeUrl(url)
  return safe !== undefined && schemeOf(safe) !== undefined ? safe : undefined
}
