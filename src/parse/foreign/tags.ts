import {findDirective} from '../directives.ts'
import {foreignContainers} from './containers.ts'
import {labelled, proseLines, quoted, readArguments, replaceOutsideCode, type ForeignText} from './foreign-text.ts'

const tag =
  /\{% *(?<liquidClose>\/)?(?<liquid>[A-Za-z][\w-]*)(?<liquidRest>(?:"[^"\n]*"|'[^'\n]*'|[^%\n"'{}]|%(?!\}))*?)-?%\}|\{\{(?:<(?<angleClose> *\/)?|%(?<percentClose> *\/)?) *(?<hugo>[A-Za-z][\w-]*)(?<hugoRest>(?:"[^"\n]*"|'[^'\n]*'|[^"'\n{}])*?)\/?[>%]\}\}/gu

interface Tag {
  readonly tool: string
  readonly name: string
  readonly isClosing: boolean
  readonly named: Readonly<Record<string, string>>
  readonly rest: readonly string[]
  readonly written: string
  readonly isAlone: boolean
  /** Whether the chapter has both its opening and its closing tag. */
  readonly hasPair: boolean
  readonly index: number
}

/** What a tag becomes; `undefined` leaves it as it is typed. */
type Translate = (tag: Tag, text: ForeignText) => string | undefined

/** Tags of Liquid, GitBook and Hexo (`{% hint %}`), and shortcodes of Hugo and Quarto (`{{< video x >}}`, `{{% notice %}}`). */
export function translateTags(text: ForeignText): void {
  const {lines} = text
  if (!lines.some((line) => /\{%|\{\{[<%]/u.test(line))) return
  dropComments(text)
  const pairs = pairedNames(lines)
  // The fence that a tag became opens code that was none before.
  let isFenced = false
  for (const [index, line] of proseLines(lines)) {
    if (isFenced && !endOfCode.test(line)) continue
    const replace = (part: string) =>
      part.replaceAll(tag, (written: string, ...rest: unknown[]) => {
        const found = readTag(written, rest.at(-1) as Record<string, string | undefined>)
        const isAlone = line.replace(/^[\s>]*/u, '').trim() === written
        return translate({...found, index, hasPair: pairs.has(found.name), isAlone}, text)
      })
    const translated = replaceOutsideCode(line, replace)
    if (translated === line) continue
    if (/^[\s>]*```/u.test(translated)) isFenced = !isFenced
    lines[index] = translated.trimEnd()
  }
}

const endOfCode = /\{% *end(?:highlight|codeblock)\b|\{\{[<%] *\/ *highlight/u

/** Names of the tags that are opened and closed. */
function pairedNames(lines: readonly string[]): ReadonlySet<string> {
  const tags = Array.from(lines.join('\n').matchAll(tag), ({0: written, groups = {}}) => readTag(written, groups))
  const closed = new Set(tags.filter(({isClosing}) => isClosing).map(({name}) => name))
  return new Set(tags.flatMap(({isClosing, name}) => (!isClosing && closed.has(name) ? [name] : [])))
}

/** `{% comment %}` … `{% endcomment %}` is for nobody. */
function dropComments({lines}: ForeignText): void {
  let isInside = false
  for (const [index, line] of proseLines(lines)) {
    const opens = /\{%-? *comment *-?%\}/u.test(line)
    const closes = /\{%-? *endcomment *-?%\}/u.test(line)
    if (opens && closes) lines[index] = line.replace(/\{%-? *comment *-?%\}.*\{%-? *endcomment *-?%\}/u, '')
    else if (opens || isInside) lines[index] = ''
    isInside = (isInside || opens) && !closes
  }
}

function readTag(
  written: string,
  groups: Record<string, string | undefined>,
): Omit<Tag, 'hasPair' | 'isAlone' | 'index'> {
  const {angleClose, hugo, hugoRest, liquid = '', liquidClose, liquidRest, percentClose} = groups
  const isEnd = liquid.startsWith('end')
  return {
    tool: hugo === undefined ? 'Liquid' : 'Hugo',
    name: hugo ?? (isEnd ? liquid.slice(3) : liquid),
    isClosing: isEnd || Boolean(liquidClose ?? angleClose ?? percentClose),
    ...readArguments(hugoRest ?? liquidRest ?? ''),
    written,
  }
}

function translate(found: Tag, text: ForeignText): string {
  const own = translations.get(found.name)
  // What stays as it is typed is reported with all that does.
  return (own ? own(found, text) : containerTag(found)) ?? found.written
}

const kinds: Readonly<Record<string, string>> = {
  danger: 'caution',
  error: 'caution',
  info: 'note',
  success: 'tip',
  warning: 'warning',
  working: 'warning',
}

const callouts = new Set(['admonition', 'alert', 'callout', 'hint', 'message', 'note', 'notice'])
const isContainer = (name: string) => findDirective(name) !== undefined || foreignContainers.has(name)

/** `hint`, `notice`, `note` and their like are callouts, of the kind and title that their words give. */
function containerTag(found: Tag): string | undefined {
  const {hasPair, isAlone, isClosing, name, named, rest} = found
  const isCallout = callouts.has(name)
  if (!isAlone || !hasPair || !(isCallout || isContainer(name))) return undefined
  if (isClosing) return ':::'
  const word = isCallout ? wordOf(found) : ''
  const others = rest.filter((one) => one !== word && !/^(?:no-icon|icon|open|true|false)$/u.test(one))
  return `:::${isCallout ? calloutOf(name, word) : name}${labelled(named['title'] ?? others.join(' '))}`
}

const wordOf = ({named, rest}: Tag) => named['style'] ?? named['type'] ?? rest.find((one) => isContainer(one)) ?? ''

function calloutOf(name: string, word: string): string {
  const kind = kinds[word] ?? word
  if (kind && isContainer(kind)) return kind
  // GitBook's hint has nothing to do with an exercise.
  return ['hint', 'message', 'notice'].includes(name) || !isContainer(name) ? 'note' : name
}

/** Alone on its line, or one of a pair, it is a tag; elsewhere a sentence may speak of it. */
const nothing: Translate = ({hasPair, isAlone}) => (isAlone || hasPair ? '' : undefined)
const left =
  (construct: string): Translate =>
  ({index, isClosing, tool}, {note}) => {
    if (!isClosing) note({tool, construct, outcome: 'dropped'}, index)
    return ''
  }
const flat =
  (construct: string): Translate =>
  ({index, isClosing, tool}, {note}) => {
    if (!isClosing) note({tool, construct, outcome: 'flattened'}, index)
    return ''
  }

const code: Translate = ({isAlone, isClosing, named, rest}) => {
  if (!isAlone) return undefined
  if (isClosing) return '```'
  const [first = ''] = rest
  const language = named['lang'] ?? first.replace(/^lang:/u, '')
  const {hl_lines: lines, title} = named
  const items = [...(title ? [`title=${quoted(title)}`] : []), ...(lines ? [`highlight=${quoted(lines)}`] : [])]
  return `\`\`\`${language || 'text'}${items.length > 0 ? ` {${items.join(' ')}}` : ''}`
}

/** GitBook's frame round a fence: its title is a line before it. */
const codeFrame: Translate = ({isClosing, named}) => (!isClosing && named['title'] ? `**${named['title']}**` : '')

const tab: Translate = ({index, isClosing, named, rest, tool}, {note}) => {
  if (isClosing) return ''
  note({tool, construct: 'tabs', outcome: 'flattened'}, index)
  const title = named['title'] ?? named['name'] ?? named['header'] ?? rest.join(' ')
  return title ? `**${title}**` : ''
}

const figure: Translate = ({named, rest}) => {
  const [first = '', ...words] = rest
  const {alt = words.join(' '), id, link, title, width} = named
  const src = named['src'] ?? first
  const caption = named['caption'] ?? title
  const items = [
    ...(id ? [`#${id}`] : []),
    ...(named['alt'] && caption ? [`alt=${quoted(alt)}`] : []),
    ...(width ? [`width=${width}`] : []),
  ]
  const image = `![${caption ?? alt}](<${src}>)${items.length > 0 ? `{${items.join(' ')}}` : ''}`
  return link ? `[${image}](<${link}>)` : image
}

const address: Readonly<Record<string, string>> = {
  bilibili: 'https://www.bilibili.com/video/',
  vimeo: 'https://vimeo.com/',
  youtube: 'https://www.youtube.com/watch?v=',
}

/** Nothing moves on paper: what is played elsewhere is a link. */
const video: Translate = ({index, isClosing, name, named, rest, tool}, {note}) => {
  if (isClosing) return ''
  const given = named['src'] ?? named['url'] ?? named['id'] ?? rest[0] ?? ''
  note({tool, construct: name, outcome: 'flattened'}, index)
  if (/^https?:/u.test(given)) return `[${named['title'] ?? given}](<${given}>)`
  // A file of the course is no chapter that a link could lead to.
  return address[name] ? `<${address[name]}${given}>` : `\`${given}\``
}

const link: Translate = ({isClosing, named, rest}) => {
  const url = named['url'] ?? named['src'] ?? rest[0] ?? ''
  return isClosing ? '' : `[${rest.slice(1).join(' ') || url}](<${url}>)`
}

/** Inside of a link: only where it leads. */
const destination: Translate = ({rest}) => rest[0] ?? ''

const include: Translate = ({isAlone, named, rest}) => {
  const file = named['file'] ?? rest[0] ?? ''
  return isAlone && /\.\w+$/u.test(file) && !/\.html?$/u.test(file) ? `::include{file=${quoted(file)}}` : undefined
}

const keyboard: Translate = ({rest}) =>
  rest
    .join(' ')
    .split('+')
    .map((key) => `:kbd[${key}]`)
    .join('+')
/** Quarto's own variables are read later. */
const itself: Translate = ({written}) => written
const paired: readonly string[] = ['tabs', 'tabpane', 'stepper', 'steps', 'step', 'columns', 'column', 'cards']

const translations: ReadonlyMap<string, Translate> = new Map<string, Translate>([
  ['asset_img', figure],
  ['assign', left('assign')],
  ['asset_path', destination],
  ['bilibili', video],
  ['capture', left('capture')],
  ['code', codeFrame],
  ['codeblock', code],
  ['content-ref', nothing],
  ['embed', link],
  ['else', left('if')],
  ['elsif', left('if')],
  ['fa', left('icon')],
  ['figure', figure],
  ['file', link],
  ['for', flat('for')],
  ['highlight', code],
  ['icon', left('icon')],
  ['iconify', left('icon')],
  ['if', flat('if')],
  ['include', include],
  ['img', figure],
  ['kbd', keyboard],
  ['linebreak', () => '\\'],
  ['link', destination],
  ['meta', itself],
  ['more', nothing],
  ['pagebreak', nothing],
  ['post_link', link],
  ['post_path', destination],
  ['raw', nothing],
  ['ref', destination],
  ['relref', destination],
  ['tab', tab],
  ['toc', nothing],
  ['unless', flat('if')],
  ['var', itself],
  ['video', video],
  ['vimeo', video],
  ['youtube', video],
  ...paired.map((name): [string, Translate] => [name, nothing]),
])
