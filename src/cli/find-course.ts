import {existsSync} from 'node:fs'
import path from 'node:path'

/** The folder named, or the current one, or `chapters` in it. */
export function findCourse(named: string): string {
  if (named) return named
  return existsSync('course.yml') || !existsSync(path.join('chapters', 'course.yml')) ? '.' : 'chapters'
}

/** The course that a file belongs to: the nearest folder above it with a `course.yml`; else the one that is found without a name. */
export function findCourseOf(file: string): string {
  const parts = path.normalize(file).split(path.sep)
  const folders = parts.map(
    (_part, index) =>
      parts.slice(0, parts.length - 1 - index).join(path.sep) || (path.isAbsolute(file) ? path.sep : '.'),
  )
  return folders.find((folder) => existsSync(path.join(folder, 'course.yml'))) ?? findCourse('')
}
