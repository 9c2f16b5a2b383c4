import {readFileSync} from 'node:fs'
import {copyFile, mkdir, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {adjustableRules} from '../../src/config/course-schema.ts'
import {chapterName, courseSettings} from '../../src/import/course-settings.ts'
import {inferOutline} from '../../src/import/infer-outline.ts'
import type {Outline} from '../../src/import/outline.ts'
import {copySource, filesBelow} from './open-source.ts'

export interface Trial {
  readonly name: string
  /** The copy, with a `course.yml`. */
  readonly folder: string
  /** Absent where the book is a course already. */
  readonly outline?: Outline
  readonly chapters: number
}

export interface TrialSettings {
  readonly mostChapters: number
  /** Whether rules that a course may lower only warn: later stages are reached, and what they throw. */
  readonly lowersRules: boolean
}

/** Copies a book to `folder` and writes a `course.yml` into the copy; absent where the book has no chapter. */
export async function prepareTrial(
  source: string,
  folder: string,
  {lowersRules, mostChapters}: TrialSettings,
): Promise<Trial | undefined> {
  await mkdir(folder, {recursive: true})
  await copySource(source, folder)
  const name = nameOf(source)
  const paths = await filesBelow(folder)
  if (paths.includes('course.yml')) return {name, folder, chapters: 0}
  const known = new Set(paths)
  const textOf = (file: string) => (known.has(file) ? readFileSync(path.join(folder, file), 'utf8') : undefined)
  const outline = inferOutline({paths: known, textOf}, name)
  if (!outline) return undefined
  const limited = limit(outline, mostChapters)
  const chapters = [...limited.front, ...limited.parts.flatMap((part) => part.chapters), ...limited.back]
  // A course's chapters are `.md`; what is in them stays.
  const renamed = chapters.filter((file) => !known.has(chapterName(file)))
  await Promise.all(renamed.map((file) => copyFile(path.join(folder, file), path.join(folder, chapterName(file)))))
  const settings = courseSettings(limited, {date: '2026-01-01', source: name})
  const rules = Object.fromEntries(adjustableRules.map((rule) => [rule, 'warn']))
  const course = {...settings, ...(lowersRules ? {rules} : {})}
  await writeFile(path.join(folder, 'course.yml'), `${JSON.stringify(course, undefined, 2)}\n`)
  return {name, folder, outline: limited, chapters: chapters.length}
}

/** Of a bare git directory `…/owner+name/repo`, the folder above it. */
function nameOf(source: string): string {
  const full = path.resolve(source)
  const own = path.basename(full)
  return own === 'repo' || own === '.git' ? path.basename(path.dirname(full)) : own.replace(/\.git$/u, '')
}

/** The first chapters; what is after them is left out. */
function limit(outline: Outline, most: number): Outline {
  let left = most
  const take = (files: readonly string[]) => {
    const taken = files.slice(0, left)
    left -= taken.length
    return taken
  }
  const front = take(outline.front)
  const parts = outline.parts.map((part) => ({...part, chapters: take(part.chapters)}))
  return {...outline, front, parts: parts.filter(({chapters}) => chapters.length > 0), back: take(outline.back)}
}
