import type {Work, WorkName} from '../model/bibliography.ts'

/** Who wrote a work, as a sentence names them: one, two, or the first and others; the title of what nobody signed. */
export function namesOf(work: Work | undefined): string {
  const people = work?.author ?? work?.editor ?? []
  const names = people.map((person) => nameOf(person))
  const [first = work?.title ?? '', second = ''] = names
  if (names.length < 2) return first
  const [and, others] = isChinese(first) ? ['和', '等'] : [' & ', ' et al.']
  return names.length === 2 ? `${first}${and}${second}` : `${first}${others}`
}

function nameOf({family, given, literal}: WorkName): string {
  const name = literal ?? family ?? given ?? ''
  return isChinese(name) && given && family ? `${family}${given}` : name
}

const isChinese = (name: string) => /\p{Script=Han}/u.test(name)
