/** What was downloaded from an address. */
export interface RecordedImage {
  /** Of its bytes, in hexadecimal digits. */
  readonly sha256: string
  /** As its bytes say. */
  readonly mediaType: string
  readonly bytes: number
}

/** Images that were downloaded for a course, by `webAddress`. */
export type ImageLock = ReadonlyMap<string, RecordedImage>

/** Beside `course.yml`. */
export const imageLockName = 'images.lock.json'
