import {localeFor, localeWords} from '../../locale/locale.ts'
import {append} from '../../model/append.ts'
import type {Course} from '../../model/course.ts'
import type {Edition} from '../../model/output.ts'

/** What only the teacher's edition has, as far as a name or a font could tell of it. */
export interface Secrets {
  /** Ids of blocks and words. */
  readonly ids: ReadonlySet<string>
  /** Names of files without their extension, folded. */
  readonly files: ReadonlySet<string>
  /** Texts, folded, that are long enough to be recognised in a name. */
  readonly texts: ReadonlySet<string>
  /** Letters and digits beyond ASCII. */
  readonly characters: ReadonlySet<string>
}

interface Said {
  /** Of the property. */
  readonly key: string
  readonly text: string
}

/** From the model alone: what stands inside blocks that are not for students, and nowhere else. */
export function secretsOf(course: Course): Secrets {
  const open: Said[] = []
  const closed: Said[] = []
  const {references: _references, resources, terms: _terms, ...rest} = course
  collect(rest, {open, into: open, closed, key: ''})
  const drawn = readDrawings(resources, new Set(open.map(({text}) => text)))
  const publicTexts = [...open.map(({text}) => text), ...drawn.open, ...localeWords(localeFor(course))]
  const publicWords = fold(publicTexts.join('\n'))
  const known = new Set(publicTexts)
  // Solutions at the back of the book are for everybody.
  const copied = new Set(open.filter(({key}) => idKeys.has(key)).map(({text}) => withoutSuffix(text)))
  const isSecret = (text: string) => !known.has(text)
  const ofKeys = (keys: ReadonlySet<string>) =>
    closed.flatMap(({key, text}) => (keys.has(key) && isSecret(text) ? [text] : []))
  return {
    ids: new Set(ofKeys(idKeys).filter((id) => !copied.has(id))),
    files: new Set(
      ofKeys(fileKeys)
        .map((name) => fold(baseName(name)))
        .filter((name) => name.length >= 4 && !publicWords.includes(name)),
    ),
    texts: new Set(
      [...ofKeys(textKeys), ...drawn.closed]
        .map((text) => fold(text))
        .filter((text) => isTelling(text) && !publicWords.includes(text)),
    ),
    characters: charactersBeyond([...closed.map(({text}) => text), ...drawn.closed], publicTexts),
  }
}

/** Without what writers put behind an id: of a note's mark, a copy, the next slide. */
export const withoutSuffix = (id: string): string => id.replace(/^.*[#/]/u, '').replace(/-(?:ref|back|s\d+|text)$/u, '')

const idKeys = new Set(['id', 'ids'])
const fileKeys = new Set(['resource', 'url'])
const textKeys = new Set(['alt', 'as', 'code', 'source', 'tex', 'title', 'value'])
/** What says nothing of the content. */
const passedOver = new Set(['audience', 'laterFiles', 'position', 'sourcePath'])

interface Collecting {
  readonly open: Said[]
  readonly closed: Said[]
  /** Where what is found goes. */
  readonly into: Said[]
  readonly key: string
}

/** Every string of a tree, on the side of students as long as nothing around it is for the teacher alone. */
function collect(value: unknown, collecting: Collecting): void {
  if (typeof value === 'string') collecting.into.push({key: collecting.key, text: value})
  else if (Array.isArray(value)) for (const one of value) collect(one, collecting)
  else if (typeof value === 'object' && value !== null) {
    const into = isForStudents(value) ? collecting.into : collecting.closed
    for (const [key, inner] of Object.entries(value)) {
      if (!passedOver.has(key)) collect(inner, {...collecting, into, key})
    }
  }
}

function isForStudents(value: object): boolean {
  if (!('audience' in value)) return true
  const {editions} = value.audience as {readonly editions: readonly Edition[]}
  return editions.includes('student')
}

/** Words of drawings: students' are those that they see a figure of. */
function readDrawings(resources: Course['resources'], named: ReadonlySet<string>) {
  const open: string[] = []
  const closed: string[] = []
  for (const [key, {contents, mediaType}] of resources) {
    if (mediaType !== 'image/svg+xml') continue
    const words = new TextDecoder().decode(contents).replaceAll(/<[^>]*>/gu, '\n')
    if (named.has(key)) open.push(words)
    else append(closed, words.split('\n'))
  }
  return {open, closed}
}

function charactersBeyond(closed: readonly string[], open: readonly string[]): ReadonlySet<string> {
  const known = new Set(open.join(''))
  const own = Array.from(new Set(closed.join(''))).filter((one) => /[\p{L}\p{N}]/u.test(one) && one > '\u007F')
  // A name may be written in capitals or not.
  return new Set(own.filter((one) => ![one, one.normalize('NFKC')].some((form) => known.has(form))))
}

const baseName = (name: string) => (name.split(/[/\\]/u).at(-1) ?? '').replace(/\.\w+$/u, '')

/** What of a text stays when a name is made of it: letters and digits, small. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\n]/gu, '')

/** Shorter ones stand in other names by chance; longer ones are in none. */
const isTelling = (text: string) =>
  text.length <= 80 && (text.length >= 12 || (/\p{Script=Han}/u.test(text) && text.length >= 4))
