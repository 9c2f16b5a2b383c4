import {cp, readFile, rm, writeFile} from 'node:fs/promises'
import path from 'node:path'

const first = ['01-definition.md', '02-history.md', '03-principles.md']

/** The first three chapters of the bundled course, as a course of their own: what many defects are tried on. */
export async function writePartOfCourse(folder: string): Promise<void> {
  await cp('chapters', folder, {recursive: true})
  await rm(path.join(folder, 'syllabus.yml'))
  const file = path.join(folder, 'course.yml')
  const lines = (await readFile(file, 'utf8')).split('\n')
  const isKey = (line: string, keys: readonly string[]) => keys.some((key) => line.startsWith(`${key}:`))
  const kept: string[] = []
  let isLeftOut = false
  for (const line of lines) {
    if (/^\S/u.test(line)) isLeftOut = isKey(line, ['front', 'chapters', 'back', 'lectures'])
    if (!isLeftOut) kept.push(line)
  }
  // `covers` of the chapters names topics of the syllabus.
  await writeFile(file, [...kept, `chapters: [${first.join(', ')}]`, ''].join('\n'))
}
