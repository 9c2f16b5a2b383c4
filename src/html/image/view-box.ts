import type {Resource} from '../../model/course.ts'

export interface ViewBox {
  readonly width: number
  readonly height: number
}

/** The size of an SVG in its own units, by its `viewBox`; undefined of other pictures, and of one without it. */
export function viewBoxOf({contents, mediaType}: Resource): ViewBox | undefined {
  if (mediaType !== 'image/svg+xml') return undefined
  const box = /\bviewBox\s*=\s*["'](?<box>[^"']+)["']/u.exec(new TextDecoder().decode(contents))?.groups?.['box']
  const [, , width = 0, height = 0] =
    box
      ?.trim()
      .split(/[\s,]+/u)
      .map(Number) ?? []
  return width > 0 && height > 0 ? {width, height} : undefined
}

/** Whether a picture says how wide it is; browsers draw an SVG that does not as wide as there is room. */
export const hasOwnWidth = ({contents, mediaType}: Resource): boolean =>
  mediaType !== 'image/svg+xml' || /<svg\b[^>]*\swidth\s*=/u.test(new TextDecoder().decode(contents))
