import {existsSync, realpathSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {UsageError} from '../diagnostics/environment-error.ts'

/** The course that comes with a checkout of lectern is built beside it. */
const bundled = fileURLToPath(new URL('../../chapters', import.meta.url))

/**
 * The output folder of a course when none is named: `dist` inside it. Throws a `UsageError` when that is a link out of the
 * course: a course is untrusted, and somebody who wants its files elsewhere says so.
 */
export function defaultOutput(course: string): string {
  if (realPath(course) === realPath(bundled)) return besideBundled()
  const out = path.join(course, 'dist')
  const real = realPath(out)
  if (!existsSync(out) || real.startsWith(realPath(course) + path.sep)) return out
  throw new UsageError(
    `\`${out}\` 是指向课程之外的链接：${real}。要写到那里，请用 --out 指明 / is a link out of the course, to ${real}. To write there, name it: --out ${real}`,
  )
}

function besideBundled(): string {
  const out = path.join(path.dirname(bundled), 'dist')
  return path.relative('.', out) || '.'
}

const realPath = (place: string) => (existsSync(place) ? realpathSync(place) : path.resolve(place))
