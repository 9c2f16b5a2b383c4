import path from 'node:path/posix'
import {decodeUrl} from '../model/course-path.ts'

/**
 * What an image without alternative text is called: its file, `loss.svg`. A picture without words would be decoration, and what is written in
 * a drawing would be nobody's text.
 */
export function nameOfImage(url: string): string {
  const {mediaType} = /^data:(?<mediaType>[\w/+.-]*)/iu.exec(url)?.groups ?? {}
  if (mediaType !== undefined) return mediaType || 'image'
  return path.basename(decodeUrl(url.replace(/[?#].*$/u, ''))) || url
}
