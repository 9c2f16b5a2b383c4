import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {stressChapter} from './stress-course.ts'

/** A course of so many made-up chapters in a folder, which is made; with changes to its `course.yml`. */
export async function writeStressCourse(folder: string, count: number, changes: object = {}): Promise<void> {
  await mkdir(folder, {recursive: true})
  const chapters = Array.from({length: count}, (_value, index) => `${String(index + 1).padStart(3, '0')}.md`)
  await Promise.all(chapters.map((name, index) => writeFile(path.join(folder, name), stressChapter(index + 1))))
  const config = {
    title: 'stress',
    date: '2026-01-01',
    identifier: 'https://example.org/stress',
    slug: 'stress',
    chapters,
    rules: {'heading-level-increments': 'off'},
    ...changes,
  }
  await writeFile(path.join(folder, 'course.yml'), JSON.stringify(config))
}
