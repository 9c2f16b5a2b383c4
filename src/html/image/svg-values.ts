import {cssValueFaults} from '../../css/css-faults.ts'

/** Functions that only compute: colours, transforms, shapes and filters. None of them fetches anything. */
const functions = new Set(
  (
    'rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix matrix translate translatex translatey scale scalex ' +
    'scaley rotate skewx skewy calc min max clamp inset circle ellipse polygon path blur brightness contrast ' +
    'drop-shadow grayscale hue-rotate invert opacity saturate sepia'
  ).split(' '),
)

const local = /url\(\s*(?:"#(?<double>[^"'()\s]+)"|'#(?<single>[^"'()\s]+)'|#(?<bare>[^"'()\s]+))\s*\)/giu

/**
 * The value of an attribute with references into the file under their new ids; `undefined` for one that could reach out
 * of it. A backslash could spell any function, so there is none.
 */
export function cleanValue(value: string, prefix: string): string | undefined {
  if (value.includes('\\')) return undefined
  const settled = lightOf(value)
  // Of an attribute without functions nothing is asked: a path may be as long as a book.
  if (settled.includes('(') && cssValueFaults(settled).length > 0) return undefined
  const called = settled.replaceAll(local, '').matchAll(/(?<name>[\w-]*)\(/gu)
  for (const {groups} of called) {
    const name = groups?.['name']?.toLowerCase() ?? ''
    if (name && !functions.has(name)) return undefined
  }
  return settled.replaceAll(local, (...all) => {
    const {bare, double, single} = all.at(-1) as Partial<Record<'bare' | 'double' | 'single', string>>
    return `url(#${prefix}-${bare ?? double ?? single})`
  })
}

/** Draw.io gives each colour for light and dark pages: ours are light. A variable that the file does not set is its fallback. */
function lightOf(value: string): string {
  let text = value
  // Inside each other a few deep; whatever is left then is refused.
  for (let depth = 0; depth < 4 && /light-dark\(|var\(/iu.test(text); depth++) {
    text = text.replaceAll(
      /(?:light-dark\(\s*(?<light>[^(),]*(?:\([^()]*\))?)\s*,[^(),]*(?:\([^()]*\))?\s*\)|var\(\s*--[\w-]+\s*,\s*(?<fallback>[^(),]*(?:\([^()]*\))?)\s*\))/giu,
      (...all) => {
        const {fallback, light} = all.at(-1) as {fallback?: string; light?: string}
        return (light ?? fallback ?? '').trim()
      },
    )
  }
  return text
}
