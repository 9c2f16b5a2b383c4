import {slideSizes, type SlideSize} from '../../model/slide-size.ts'

/** The style that gives slides the size the course asks for; it follows the theme's own. */
export function slideSizeStyle(size: SlideSize): string {
  const {height, width} = slideSizes[size]
  // On a slide that is taller than wide, a figure needs all of its width.
  const portrait = height > width ? '.slide .figure-image{width:100%!important}' : ''
  return `:root{--slide-w:${width};--slide-h:${height}}${portrait}`
}
