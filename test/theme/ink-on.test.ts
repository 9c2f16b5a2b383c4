import {expect, test} from 'vitest'
import {createInkOn} from '../../src/theme/ink-on.ts'
import {loadTheme} from '../../src/theme/load-theme.ts'

test.each([
  ['lectern', '#0b3d66', 'light'],
  ['lectern', 'black', 'light'],
  ['lectern', '#fffbe6', 'own'],
  ['lectern', '#ffcc00', 'dark'],
  ['lectern', 'linear-gradient(135deg, #0b3d66, navy)', 'light'],
  ['lectern', 'linear-gradient(to right, white, #fffbe6)', 'own'],
  ['night', '#0b1220', 'own'],
  ['night', 'white', 'dark'],
])('in %s text on %s has the ink: %s', async (name, background, ink) => {
  const {tokens} = await loadTheme({name, own: []})
  expect(createInkOn(tokens)(background)).toBe(ink)
})
