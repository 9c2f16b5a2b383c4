import path from 'node:path/posix'

/** Path below the course folder of a file that a chapter names relative to itself. */
export function coursePath(url: string, chapterPath: string): string {
  const [withoutQuery = ''] = url.split(/[?#]/u)
  return path.normalize(path.join(path.dirname(chapterPath), decodeUrl(withoutQuery)))
}

/** Whether an address has a scheme or a host: no file of the course. */
export const isRemote = (url: string): boolean => /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(url)

/** What an image is known by: its path below the course folder, or its address where that is no file of the course. */
export const imageKey = (url: string, chapterPath: string): string =>
  isRemote(url) ? url : coursePath(url, chapterPath)

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
