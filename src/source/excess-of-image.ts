import {limits, type LimitName} from '../diagnostics/limits.ts'
import type {TooLarge} from '../model/course.ts'
import {countSvg} from './count-svg.ts'
import {readPixels} from './read-pixels.ts'

/** What of an image is more than browsers and readers can show; `undefined` for one that is bearable. */
export function excessOfImage(mediaType: string, contents: Uint8Array, depth = 0): TooLarge | undefined {
  if (mediaType === 'image/svg+xml') return excessOfSvg(contents, depth)
  const pixels = readPixels(mediaType, contents)
  if (!pixels) return undefined
  const {frames, height, width} = pixels
  return excessOf('imageSide', Math.max(width, height)) ?? excessOf('imagePixels', width * height * frames)
}

/** An SVG inside an SVG inside an SVG: no program exports that. */
const deepestImage = 2

function excessOfSvg(contents: Uint8Array, depth: number): TooLarge | undefined {
  const large = excessOf('svgBytes', contents.length)
  if (large) return large
  const {elements, images, levels} = countSvg(new TextDecoder().decode(contents))
  const own = excessOf('svgElements', elements) ?? excessOf('levels', levels)
  if (own || images.length === 0) return own
  if (depth >= deepestImage) return excessOf('levels', Infinity)
  for (const address of images) {
    const image = decodeData(address)
    const excess = image && excessOfImage(image.mediaType, image.contents, depth + 1)
    if (excess) return excess
  }
  return undefined
}

function decodeData(address: string): {readonly mediaType: string; readonly contents: Uint8Array} | undefined {
  const {
    base64,
    data = '',
    type = '',
  } = /^data:(?<type>[^;,]*)[^,]*?(?<base64>;base64)?,(?<data>[\s\S]*)$/iu.exec(address)?.groups ?? {}
  if (base64) return {mediaType: type.toLowerCase(), contents: Buffer.from(data, 'base64')}
  try {
    return {mediaType: type.toLowerCase(), contents: Buffer.from(decodeURIComponent(data))}
  } catch {
    return undefined
  }
}

export function excessOf(name: LimitName, count: number): TooLarge | undefined {
  const {most, of, unit} = limits[name]
  return count > most ? {kind: 'size', count, most, unit, of} : undefined
}
