import path from 'node:path/posix'

/** Path below the course folder of a file that a chapter names relative to itself. */
export function coursePath(url: string, chapterPath: string): string {
  const [withoutQuery = ''] = url.split(/[?#]/u)
  return path.normalize(path.join(path.dirname(chapterPath), decodeUrl(withoutQuery)))
}

/** Percent-decoded; as it is where the encoding is broken. */
export function decodeUrl(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
