import {readFileSync} from 'node:fs'
import {bundledThemes} from 'shiki'
import {describe, expect, test} from 'vitest'
import {codeThemes} from '../../src/html/code/create-highlighter.ts'

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

/** Backgrounds of code and of its marked lines: tokens of a deck's theme, or rules of the e-book in light and dark. */
function backgroundsOf(sheet: string, mode: keyof typeof codeThemes): string[] {
  const css = readFileSync(`themes/${sheet}.css`, 'utf8')
  const tokens = css.matchAll(/--code-(?:paper|mark|added|removed): (?<colour>#\w{6})/gu)
  const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)')
  const rules = (mode === 'light' ? light : dark).matchAll(
    /^ *(?:pre|\.line\.[a-z]+) \{[^}]*background: (?<colour>#\w{6})/gmu,
  )
  return Array.from([...tokens, ...rules], ({groups}) => groups?.['colour'] ?? '')
}

describe('every colour of code can be read on the backgrounds of code (WCAG 2.2, 1.4.3)', () => {
  test.each([
    ['light', 'lectern/content', 4],
    ['light', 'paper/content', 1],
    ['dark', 'night/deck', 4],
    ['light', 'lectern/epub', 4],
    ['dark', 'lectern/epub', 4],
  ] as const)('%s, %s.css', async (mode, sheet, count) => {
    const {default: theme} = await bundledThemes[codeThemes[mode]]()
    const colours = (theme.tokenColors ?? []).flatMap(({settings}) =>
      settings.foreground && !settings.background ? [settings.foreground] : [],
    )
    const backgrounds = backgroundsOf(sheet, mode)
    expect(colours.length).toBeGreaterThan(10)
    expect(backgrounds).toHaveLength(count)
    const faint = backgrounds.flatMap((background) =>
      colours.filter((colour) => contrast(colour, background) < 4.5).map((colour) => `${colour} on ${background}`),
    )
    expect(faint).toEqual([])
  })

  test('the measure itself: the grey that is just enough on white', () => {
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})
