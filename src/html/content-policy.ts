/**
 * Content Security Policies (CSP 3) for the pages that lectern writes, as `<meta>` elements have them: a second wall behind what is taken
 * out of a course beforehand. Styles are of the course, so that they stand inline; nothing else is let in that a page does not have.
 */
type Directives = Readonly<Record<string, readonly string[]>>

const policy = (directives: Directives): string =>
  Object.entries({
    'default-src': ["'none'"],
    ...directives,
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  })
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ')

/** Of a page with its styles inside and nothing else. */
export const plainPolicy: string = policy({'style-src': ["'unsafe-inline'"]})

/** Of a page that lectern's own browser lays out, prints or photographs: pictures and fonts from memory, no scripts. */
export const printPolicy: string = policy({
  'style-src': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'", 'data:'],
})

/** The folder that a deck stands in: to some browsers a file is no part of `'self'`, and from the web `file:` leads nowhere. */
const folder = ["'self'", 'file:']

export interface DeckScripts {
  /** Of the scripts of the page itself. */
  readonly nonce: string
  /** SHA-256 in base64 of the script of the speaker view, whose window has the policy of the page that opens it. */
  readonly speakerView: string
}

/** Of a page of the deck. The speaker view shows it in frames. */
export const deckPolicy = ({nonce, speakerView}: DeckScripts): string =>
  policy({
    'script-src': [`'nonce-${nonce}'`, `'sha256-${speakerView}'`],
    'style-src': [...folder, "'unsafe-inline'"],
    'img-src': [...folder, 'data:'],
    'font-src': ['data:'],
    'frame-src': folder,
  })

/** Of the deck in one file. */
export const singleFilePolicy = ({nonce, speakerView}: DeckScripts): string =>
  policy({
    'script-src': [`'nonce-${nonce}'`, `'sha256-${speakerView}'`],
    'style-src': ["'unsafe-inline'"],
    'img-src': ['data:'],
    'font-src': ['data:'],
    'frame-src': folder,
  })
