/** What comes of a diagram's text: SVG, or the reason why there is none. */
export type Drawing = {readonly svg: string} | {readonly error: string}
