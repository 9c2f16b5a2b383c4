import path from 'node:path/posix'

/** Path below the course folder of a file that a chapter names relative to itself. */
export function coursePath(url: string, chapterPath: string): string {
  const [withoutQuery = ''] = url.split(/[?#]/u)
  return path.normalize(path.join(path.dirname(chapterPath), decodeUrl(withoutQuery)))
}

/** Whether an address has a scheme or a host: no file of the course. */
export const isRemote = (url: string): boolean => /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)

/**
 * What an image is known by: its path below the course folder; its address where that is no file of the course; or its path from the
 * root of a site, which begins with `/`.
 */
export function imageKey(url: string, chapterPath: string): string {
  if (isRemote(url)) return url
  return url.startsWith('/') ? coursePath(url, '/') : coursePath(url, chapterPath)
}

/** Folders above a chapter, `.` for the course folder first: any of them may be the root of the site that the chapter is a page of. */
export function foldersAbove(chapterPath: string): string[] {
  const folders = chapterPath.split('/').slice(0, -1)
  return ['.', ...folders.map((_name, index) => folders.slice(0, index + 1).join('/'))]
}

/** Percent-decoded; as it is where the encoding is broken. */
export function decodeUrl(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/**
 * A URL with what none may have as it is (RFC 3986, 2: white space, quotes, brackets, a bare `%`) percent-encoded. Letters of
 * other scripts stay: an IRI is read everywhere, and by people.
 */
export function encodeUrl(url: string): string {
  return url
    .trim()
    .replaceAll(/%(?![\da-f]{2})|[\s"<>\\^`{|}]|(?<!:\/\/)\[|(?<!:\/\/[^/?#]*)\]/giu, (one) => encodeURIComponent(one))
}
