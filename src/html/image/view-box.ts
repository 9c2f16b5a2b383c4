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

/** Absolute lengths of CSS in units of a drawing (CSS Values 4, 6.2). */
const units: Readonly<Record<string, number>> = {'': 1, px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, pt: 4 / 3, pc: 16}

/** What a drawing without a `viewBox` shows, by its width and height as written; `undefined` where they depend on the context. */
export function viewBoxFor(width: string, height: string): ViewBox | undefined {
  const [across, down] = [lengthOf(width), lengthOf(height)]
  return across > 0 && down > 0 ? {width: across, height: down} : undefined
}

function lengthOf(written: string): number {
  const {number = '', unit = ''} =
    /^\s*\+?(?<number>\d*\.?\d+(?:e[+-]?\d+)?|\d+\.)(?<unit>[a-z%]*)\s*$/iu.exec(written)?.groups ?? {}
  const length = Number(number) * (units[unit.toLowerCase()] ?? 0)
  return Number(length.toFixed(3))
}

/** Whether a picture says how wide it is; browsers draw an SVG that does not as wide as there is room. */
export const hasOwnWidth = ({contents, mediaType}: Resource): boolean =>
  mediaType !== 'image/svg+xml' || /<svg\b[^>]*\swidth\s*=/u.test(new TextDecoder().decode(contents))
