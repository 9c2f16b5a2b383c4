import {readFileSync} from 'node:fs'
import {bundledThemes} from 'shiki'
import {expect, test} from 'vitest'
import {codeTheme} from '../../src/html/code/create-highlighter.ts'

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

test('every colour of code can be read on the background of code (WCAG 2.2, 1.4.3)', async () => {
  const {default: theme} = await bundledThemes[codeTheme]()
  const colours = (theme.tokenColors ?? []).flatMap(({settings}) =>
    settings.foreground && !settings.background ? [settings.foreground] : [],
  )
  const backgrounds = ['content', 'epub'].map((sheet) => {
    const css = readFileSync(`themes/lectern/${sheet}.css`, 'utf8')
    return /^pre \{[^}]*background: (?<colour>#\w{6})/mu.exec(css)?.groups?.['colour'] ?? ''
  })
  expect(colours.length).toBeGreaterThan(10)
  const faint = backgrounds.flatMap((background) => colours.filter((colour) => contrast(colour, background) < 4.5))
  expect(faint).toEqual([])
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})
