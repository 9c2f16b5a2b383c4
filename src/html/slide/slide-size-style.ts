import {slideSizes, type SlideSize} from '../../model/slide-size.ts'

/** The style that gives slides the size the course asks for; it follows the theme's own. */
export function slideSizeStyle(size: SlideSize): string {
  const {height, width} = slideSizes[size]
  return `:root{--slide-w:${width};--slide-h:${height}}`
}
