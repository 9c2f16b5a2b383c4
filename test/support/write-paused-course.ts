import {mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import * as fc from 'fast-check'
import {fitted, pausedSections, writePaused, type Sentence} from './paused-section.ts'

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10" fill="#555"/></svg>'

/**
 * A course of so many made-up chapters with pauses, breaks and steps at random places, the same for the same seed, in a folder that is
 * made; with changes to its `course.yml`. Tells the sentences that it says.
 */
export async function writePausedCourse(
  folder: string,
  {changes = {}, count, seed}: {readonly count: number; readonly seed: number; readonly changes?: object},
): Promise<Sentence[]> {
  await mkdir(folder, {recursive: true})
  const sections = fc.array(pausedSections, {minLength: 2, maxLength: 6})
  const chapters = fc.sample(sections, {seed, numRuns: count}).map((own, index) => {
    const {markdown, sentences} = writePaused(
      own.map((section) => fitted(section)),
      `${index + 1}丙`,
    )
    return {name: `${String(index + 1).padStart(3, '0')}.md`, markdown, sentences}
  })
  await Promise.all(chapters.map(({markdown, name}) => writeFile(path.join(folder, name), markdown)))
  await writeFile(path.join(folder, 'a.svg'), drawing)
  const config = {
    title: 'pauses',
    date: '2026-01-01',
    identifier: 'https://example.org/pauses',
    slug: 'pauses',
    chapters: chapters.map(({name}) => name),
    // That a layout does not fit is said, and another one taken.
    rules: {'slide-layout-fits': 'off'},
    handouts: ['notes', 'lines', '4up', 'worksheet'],
    ...changes,
  }
  await writeFile(path.join(folder, 'course.yml'), JSON.stringify(config))
  return chapters.flatMap(({sentences}) => sentences)
}
