/** What of CSS is an attribute in SVG as well, and changes how a drawing looks. */
const properties = new Set(
  (
    'alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters ' +
    'direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font-family ' +
    'font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering letter-spacing ' +
    'lighting-color marker-end marker-mid marker-start mask mask-type opacity overflow paint-order shape-rendering ' +
    'stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform ' +
    'transform-origin unicode-bidi vector-effect visibility white-space word-spacing writing-mode'
  ).split(' '),
)

/** Of shapes only: text has lists of places, and the size of the drawing is the page's to say. */
const geometry = new Set(['cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height'])
const shapes = new Set(['rect', 'circle', 'ellipse', 'image', 'use'])

/** What an SVG shows by CSS alone; without its own kind of value it is as if it were not said. */
const onlyCss =
  /^(?:animation.*|background.*|d|mask-.*|mix-blend-mode|offset-path|rotate|scale|text-shadow|text-transform|translate)$/u
const usual = /^(?:none|normal|auto|transparent|initial|inherit|unset|0|0s|running)?$/iu

/** The attributes of SVG that a declaration of CSS comes to; `undefined` where it says something that none can say. */
export function attributesOf(
  property: string,
  value: string,
  tagName: string,
): readonly (readonly [name: string, value: string])[] | undefined {
  if (property === 'font') return expandFont(value)
  if (property === 'marker') return ['marker-start', 'marker-mid', 'marker-end'].map((name) => [name, value] as const)
  if (property === 'transform') {
    const plain = value.replaceAll(/(?<=\d)(?:px|deg)\b/giu, '')
    return /\d(?:[a-z]|%)/iu.test(plain) ? undefined : [[property, plain]]
  }
  if (properties.has(property) || (geometry.has(property) && shapes.has(tagName))) return [[property, value]]
  // An escaped name could be any.
  return property.includes('\\') || (onlyCss.test(property) && !usual.test(value)) ? undefined : []
}

/** As hast names it. */
export const hastName = (property: string): string =>
  property === 'white-space'
    ? property
    : property.replaceAll(/-(?<letter>[a-z])/gu, (_all, letter: string) => letter.toUpperCase())

const presentation = new Set(Array.from(properties, (name) => hastName(name)))

/** Whether an attribute, by its name in hast, says how something looks. */
export const isPresentation = (name: string): boolean => presentation.has(name)

const sizes = /^(?:[\d.]+(?:[a-z]+|%)?|(?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger)(?:\/.*)?$/iu

/** `italic 12px serif` as the attributes it is short for: Matplotlib writes its text so. */
function expandFont(value: string): readonly (readonly [string, string])[] {
  const words = value.split(/\s+/u)
  const place = words.findIndex((word) => sizes.test(word) && !/^[1-9]00$/u.test(word))
  const family = words.slice(place + 1).join(' ')
  if (place < 0 || !family) return []
  const before = words.slice(0, place).flatMap((word) => {
    const name = fontWord(word.toLowerCase())
    return name ? [[name, word] as const] : []
  })
  return [
    ['font-style', 'normal'],
    ['font-variant', 'normal'],
    ['font-weight', 'normal'],
    ...before,
    ['font-size', words[place]?.split('/')[0] ?? ''],
    ['font-family', family],
  ]
}

function fontWord(word: string): string | undefined {
  if (/^(?:italic|oblique)$/u.test(word)) return 'font-style'
  if (word === 'small-caps') return 'font-variant'
  if (/^(?:bold|bolder|lighter|[1-9]00)$/u.test(word)) return 'font-weight'
  return /(?:condensed|expanded)$/u.test(word) ? 'font-stretch' : undefined
}
