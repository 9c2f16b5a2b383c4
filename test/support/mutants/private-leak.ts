import {strToU8} from 'fflate'
import type {Choose} from './chooser.ts'
import {paragraph, tag} from './kinds.ts'
import {
  bookPath,
  onElement,
  onPieces,
  openBook,
  openDeck,
  openDeckPages,
  openFiles,
  unzipBook,
  zipBook,
  type Edit,
  type OpenMarkup,
  type Wanted,
} from './markup.ts'
import {defect, mutantsOf, type Files, type Mutation} from './mutant.ts'
import {pdfLeaks} from './private-leak-pdf.ts'
import {aFewWords, aNote} from './private-text.ts'

type Leak = (text: string) => Edit

const named = (name: string) => openFiles((one) => one === name)
const inBook = (end: string) => openBook((name) => name.endsWith(end))

/** The same place in every piece. */
const everywhere =
  (open: OpenMarkup, leak: Leak, secret = aNote) =>
  (files: Files, choose: Choose): Mutation => {
    const text = secret(files, choose)
    return {...onPieces(open, leak(text))(files), victim: text}
  }

const inElement =
  (open: OpenMarkup, isWanted: Wanted, leak: Leak) =>
  (files: Files, choose: Choose): Mutation => {
    const text = aNote(files, choose)
    const mutation = onElement(open, isWanted, leak(text))(files, choose)
    return {...mutation, victim: `${mutation.victim}: ${text}`}
  }

const beforeLast =
  (mark: string, made: (text: string) => string): Leak =>
  (text) =>
  (source) => {
    const at = source.lastIndexOf(mark)
    return at < 0 ? source : source.slice(0, at) + made(text) + source.slice(at)
  }

const after =
  (made: (text: string) => string): Leak =>
  (text) =>
  (source) =>
    source + made(text)

const attribute =
  (name: string): Leak =>
  (text) =>
  (source) =>
    source.replace(/^<\w+/u, (head) => `${head} ${name}="${text}"`)

const replaced =
  (mark: string | RegExp, made: (text: string) => string): Leak =>
  (text) =>
  (source) =>
    source.replace(mark, () => made(text))

const comment = (text: string) => `<!-- ${text} -->`
const element = (text: string) => `<p>${text}</p>`
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const escaped = (text: string) => Array.from(text, (one) => `&#${one.codePointAt(0) ?? 0};`).join('')
const escapes = (text: string) =>
  Array.from(text, (one) => String.raw`\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('')
const apart = (text: string) => Array.from(text, (one) => `<b>${one}</b>`).join('')

const addedFile =
  (name: string) =>
  (files: Files, choose: Choose): Mutation => {
    const text = aNote(files, choose)
    return {victim: text, changes: new Map([[name, strToU8(text)]])}
  }

/** A file of the e-book that is new, or one that says more. */
const inZip =
  (edit: (entries: Record<string, Uint8Array>, text: string) => void) =>
  (files: Files, choose: Choose): Mutation => {
    const text = aNote(files, choose)
    const entries = unzipBook(files)
    edit(entries, text)
    return {victim: text, changes: new Map([[bookPath, zipBook(entries)]])}
  }

/** JPEG: a comment right after the start of the image. */
function withJpegComment(image: Uint8Array, text: string): Uint8Array {
  const bytes = strToU8(text)
  const length = bytes.length + 2
  return Uint8Array.from([...image.slice(0, 2), 0xff, 0xfe, length >> 8, length & 0xff, ...bytes, ...image.slice(2)])
}

/** The comment at the end of a zip. */
const archiveComment = (files: Files, choose: Choose): Mutation => {
  const text = aNote(files, choose)
  const [archive, bytes] = [zipBook(unzipBook(files)), strToU8(text)]
  const changed = Uint8Array.from([...archive.slice(0, -2), bytes.length & 0xff, bytes.length >> 8, ...bytes])
  return {victim: text, changes: new Map([[bookPath, changed]])}
}

const reading = paragraph('reading')
const slide = paragraph('slide')
const text = paragraph('book')
const script = named('deck/assets/deck.js')
const pages = openDeckPages()

const json = beforeLast(
  '</body>',
  (note) => `<script type="application/json">{"notes": ${JSON.stringify(note)}}</script>`,
)
const address = beforeLast('</body>', (note) => `<a href="data:text/plain;base64,${base64(note)}">x</a>`)
const findings = replaced('"findings": []', (note) => `"findings": [], "notes": ${JSON.stringify(note)}`)

export const privateLeak = mutantsOf('private-leak', 'a note for the teacher in a student’s file', [
  defect('deck', 'a comment', everywhere(pages, beforeLast('</body>', comment))),
  defect('deck', 'a paragraph of a slide', inElement(openDeck(), slide, after(element))),
  defect('deck', 'a paragraph of a reading text', inElement(openDeck(), reading, after(element))),
  defect('deck', 'an attribute for scripts', inElement(openDeck(), slide, attribute('data-notes'))),
  defect('deck', 'a tooltip', inElement(openDeck(), tag('h2'), attribute('title'))),
  defect('deck', 'the words of a drawing', inElement(openDeck(), tag('svg'), attribute('aria-description'))),
  defect(
    'deck',
    'each character in an element of its own',
    inElement(
      openDeck(),
      reading,
      after((note) => `<p>${apart(note)}</p>`),
    ),
  ),
  defect(
    'deck',
    'character references',
    inElement(
      openDeck(),
      reading,
      after((note) => `<p hidden>${escaped(note)}</p>`),
    ),
  ),
  defect('deck', 'Base64 in an address', everywhere(pages, address)),
  defect('deck', 'a script’s data', everywhere(pages, json)),
  defect(
    'deck',
    'a script',
    everywhere(
      script,
      after((note) => `\n// ${note}\n`),
    ),
  ),
  defect(
    'deck',
    'a style sheet',
    everywhere(
      named('deck/assets/theme.css'),
      after((note) => `\n.notes::after { content: '${note}'; }\n`),
    ),
  ),
  defect('deck', 'a file of its own', addedFile('deck/notes.txt')),
  defect(
    'deck',
    'a script with escapes',
    everywhere(
      script,
      after((note) => `\n;'${escapes(note)}'\n`),
    ),
  ),
  defect('deck', 'a few words', everywhere(pages, beforeLast('</body>', comment), aFewWords)),
  defect('epub', 'a paragraph', inElement(openBook(), text, after(element))),
  defect('epub', 'a comment', inElement(openBook(), text, after(comment))),
  defect('epub', 'an attribute', inElement(openBook(), text, attribute('title'))),
  defect(
    'epub',
    'the description of the book',
    everywhere(
      inBook('.opf'),
      replaced('<dc:description>', (note) => `<dc:description>${note}`),
    ),
  ),
  defect(
    'epub',
    'an entry of the NCX',
    everywhere(
      inBook('.ncx'),
      replaced('<navLabel><text>', (note) => `<navLabel><text>${note}`),
    ),
  ),
  defect(
    'epub',
    'the style sheet',
    everywhere(
      inBook('.css'),
      after((note) => `\n/* ${note} */\n`),
    ),
  ),
  defect(
    'epub',
    'a drawing’s metadata',
    everywhere(
      inBook('26bf641b1d66.svg'),
      replaced('</svg>', (note) => `<metadata>${note}</metadata></svg>`),
    ),
  ),
  defect(
    'epub',
    'a text file that nothing names',
    inZip((entries, note) => {
      entries['META-INF/notes.txt'] = strToU8(note)
    }),
  ),
  defect(
    'epub',
    'the name of a file',
    inZip((entries, note) => {
      entries[`META-INF/${note.replaceAll(/\s/gu, '').slice(0, 20)}.xml`] = strToU8('<x/>')
    }),
  ),
  defect(
    'epub',
    'a comment inside the cover’s image',
    inZip((entries, note) => {
      entries['EPUB/cover.jpg'] = withJpegComment(entries['EPUB/cover.jpg'] ?? new Uint8Array(), note)
    }),
  ),
  defect('epub', 'the archive’s own comment', archiveComment),
  ...pdfLeaks,
  defect('site', 'a paragraph', everywhere(named('index.html'), beforeLast('</main>', element))),
  defect('site', 'a comment', everywhere(named('index.html'), beforeLast('</body>', comment))),
  defect(
    'site',
    'README.md',
    everywhere(
      named('README.md'),
      after((note) => `\n${note}\n`),
    ),
  ),
  defect('coverage', 'coverage.json', everywhere(named('coverage/coverage.json'), findings)),
  defect(
    'coverage',
    'a cell of the report',
    everywhere(
      named('coverage/index.html'),
      replaced('</td>', (note) => `${note}</td>`),
    ),
  ),
])
