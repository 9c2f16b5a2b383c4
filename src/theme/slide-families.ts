import {readFamilies} from './family-list.ts'
import type {Theme} from './load-theme.ts'

const variables = /var\(--(?<name>[\w-]+)/gu
const declarations = /--[\w-]+\s*:[^;}]*/gu
const asked = /font-family\s*:(?<value>[^;}]*)/giu

/** Those of a theme's faces that its slides show: of families that its style sheets name, mostly by a token. */
export function facesOnSlides<Face extends {readonly family: string}>(theme: Theme, faces: readonly Face[]): Face[] {
  const families = slideFamilies(theme)
  return faces.filter(({family}) => families.has(family))
}

function slideFamilies({styles, tokens}: Theme): ReadonlySet<string> {
  const rules = `${styles.content}\n${styles.deck}`.replaceAll(declarations, '')
  const wanted = new Set(namesIn(rules))
  // A token may be another's value.
  for (const name of wanted) {
    for (const value of valuesOf(name)) for (const inner of namesIn(value)) wanted.add(inner)
  }
  const named = Array.from(rules.matchAll(asked), ({groups}) => groups?.['value'] ?? '')
  const values = [...named, ...[...wanted].flatMap((name) => valuesOf(name))]
  return new Set(values.flatMap((value) => readFamilies(value).map(({name}) => name)))

  function valuesOf(name: string): string[] {
    return [tokens.everywhere.get(name), tokens.slides.get(name)].flatMap((token) => (token ? [token.value] : []))
  }
}

const namesIn = (css: string) => Array.from(css.matchAll(variables), ({groups}) => groups?.['name'] ?? '')
