import {writeFamilies} from './family-list.ts'
import type {Theme} from './load-theme.ts'
import type {OwnFace} from './own-font.ts'
import {faceName, isOwnFace} from './theme-face.ts'
import type {Token, Tokens} from './tokens.ts'

/** A theme without a face that a course brings; with the last one of a family, tokens no longer ask for it: the machine might have it. */
export function withoutFace(theme: Theme, face: OwnFace): Theme {
  const faces = theme.faces.filter((one) => !isOwnFace(one) || faceName(one) !== faceName(face))
  if (faces.some(({family}) => family === face.family)) return {...theme, faces}
  // As `settleFamilies` writes it; what the theme has in its place always follows.
  const written = `${writeFamilies([{kind: 'family', name: face.family}])}, `
  const forget = (css: string) => css.replaceAll(written, '')
  const settle = (tokens: Tokens['slides']) =>
    new Map(Array.from(tokens, ([name, token]): [string, Token] => [name, {...token, value: forget(token.value)}]))
  const styles = Object.fromEntries(Object.entries(theme.styles).map(([name, css]) => [name, forget(css)]))
  return {
    ...theme,
    faces,
    tokens: {everywhere: settle(theme.tokens.everywhere), slides: settle(theme.tokens.slides)},
    styles: styles as Theme['styles'],
  }
}
