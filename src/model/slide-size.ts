/** Sizes a deck may have, in CSS px: text is as large on all of them. */
export const slideSizes = {
  '16:9': {width: 1280, height: 720},
  '16:10': {width: 1152, height: 720},
  '4:3': {width: 960, height: 720},
  '9:16': {width: 720, height: 1280},
} as const

export type SlideSize = keyof typeof slideSizes
