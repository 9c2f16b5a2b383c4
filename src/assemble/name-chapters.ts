import {hash} from 'node:crypto'
import path from 'node:path/posix'
import {reportProblem} from '../diagnostics/report-problem.ts'
import {isReservedId} from '../model/reserved-id.ts'
import type {ParsedChapter} from '../model/parsed.ts'

const firstPlace = {line: 1, column: 1}

/**
 * Chapters with an id each that no other has, also where capitals do not count, as in names of files: the author's, else one
 * of the name of the file. Where that says too little it is of the whole path, and last a hash of it: so that an id
 * stays what it is when chapters come, go or are moved.
 */
export function nameChapters(chapters: readonly ParsedChapter[]): ParsedChapter[] {
  const taken = new Set<string>()
  const claim = (id: string) => {
    const isFree = id !== '' && !taken.has(id.toLowerCase()) && !isReservedId(id)
    if (isFree) taken.add(id.toLowerCase())
    return isFree
  }
  const own = new Map<ParsedChapter, string>()
  for (const chapter of chapters) {
    const {id} = chapter.metadata
    if (!id) continue
    if (claim(id)) own.set(chapter, id)
    else reportTaken(chapter, id)
  }
  const others = chapters.filter((chapter) => !own.has(chapter))
  for (const nameOf of [nameOfFile, nameOfPath, hashOfPath]) {
    const waiting = others.filter((chapter) => !own.has(chapter))
    const names = Map.groupBy(waiting, (chapter) => nameOf(placeOf(chapter)))
    // Of several none has it: it would be another's when they change places.
    for (const [name, [chapter, ...more]] of names)
      if (chapter && more.length === 0 && claim(name)) own.set(chapter, name)
  }
  return chapters.map((chapter, index) => {
    // The same file twice, or the same title twice in one.
    const id = own.get(chapter) ?? `${hashOfPath(placeOf(chapter))}-${index + 1}`
    return {...chapter, metadata: {...chapter.metadata, id}}
  })
}

function reportTaken({file, tree}: ParsedChapter, id: string): void {
  const reason = `章的标识符 \`${id}\` 已用过 / Unexpected chapter id \`${id}\`: it is used already`
  const hint = '换一个；否则由文件名得出 / choose another; without one it is made of the name of the file'
  reportProblem(file, {ruleId: 'identifier-is-unique', reason, hint, place: tree.children[0] ?? firstPlace})
}

/** The path of its file; of a later chapter in a file, with its title below that. */
function placeOf({file, laterTitle}: ParsedChapter): string {
  if (laterTitle === undefined) return file.path
  const {dir, name} = path.parse(file.path)
  return path.join(dir, name, laterTitle.replaceAll(/[./]+/gu, ' '))
}

/** Names that say no more than that a file is the one of its folder. */
const ofFolder = /^(?:index|readme)$/u

/** `chapters/01-intro.md` is `ch-01-intro`, `basics/index.md` is `ch-basics`; other scripts than ASCII fall away. */
function nameOfFile(location: string): string {
  const slug = slugOf(stem(location))
  return idOf(ofFolder.test(slug) ? slugOf(path.basename(path.dirname(location))) : slug)
}

const nameOfPath = (location: string) => idOf(slugOf(path.join(path.dirname(location), stem(location))))

const hashOfPath = (location: string) => `ch-${hash('sha256', location).slice(0, 8)}`

const stem = (location: string) => path.basename(location, path.extname(location))

function slugOf(name: string): string {
  const ascii = name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')
  return ascii.replaceAll(/^-+|-+$/gu, '')
}

const idOf = (slug: string) => (slug === '' || /^[a-z]/u.test(slug) ? slug : `ch-${slug}`)
