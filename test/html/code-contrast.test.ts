import {bundledThemes} from 'shiki'
import {describe, expect, test} from 'vitest'
import {codeThemes} from '../../src/html/code/create-highlighter.ts'
import {loadTheme} from '../../src/theme/load-theme.ts'

/** Contrast ratio of two `#rrggbb` colours (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const names = ['code-paper', 'code-mark', 'code-added', 'code-removed']

/** Backgrounds of code and of its marked lines in the book and, for `slides`, in the deck of a theme. */
async function backgroundsOf(theme: string, place: 'everywhere' | 'slides'): Promise<string[]> {
  const {tokens} = await loadTheme({name: theme, own: []})
  const found = place === 'slides' ? new Map([...tokens.everywhere, ...tokens.slides]) : tokens.everywhere
  return names.flatMap((name) => found.get(name)?.value ?? [])
}

/** The same of an e-book whose reader is dark. */
async function darkBackgrounds(): Promise<string[]> {
  const {styles} = await loadTheme({name: 'lectern', own: []})
  const [, dark = ''] = styles.epub.split('@media (prefers-color-scheme: dark)')
  const rules = dark.matchAll(/^ *(?:pre|\.line\.[a-z]+) \{[^}]*background: (?<colour>#\w{6})/gmu)
  return Array.from(rules, ({groups}) => groups?.['colour'] ?? '')
}

describe('every colour of code can be read on the backgrounds of code (WCAG 2.2, 1.4.3)', () => {
  test.each([
    ['light', 'lectern', () => backgroundsOf('lectern', 'slides')],
    ['light', 'paper', () => backgroundsOf('paper', 'slides')],
    ['light', 'night, the book', () => backgroundsOf('night', 'everywhere')],
    ['dark', 'night, the deck', () => backgroundsOf('night', 'slides')],
    ['dark', 'the e-book', darkBackgrounds],
  ] as const)('%s, %s', async (mode, _name, read) => {
    const {default: theme} = await bundledThemes[codeThemes[mode]]()
    const colours = (theme.tokenColors ?? []).flatMap(({settings}) =>
      settings.foreground && !settings.background ? [settings.foreground] : [],
    )
    const backgrounds = await read()
    expect(colours.length).toBeGreaterThan(10)
    expect(backgrounds).toHaveLength(4)
    const faint = backgrounds.flatMap((background) =>
      colours.filter((colour) => contrast(colour, background) < 4.5).map((colour) => `${colour} on ${background}`),
    )
    expect(faint).toEqual([])
  })

  test('the measure itself: the grey that is just enough on white', () => {
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})
