import type {Theme} from './load-theme.ts'

const variables = /var\(--(?<name>[\w-]+)/gu
const declarations = /--[\w-]+\s*:[^;}]*/gu

/** The font families that a theme's slides show: those that its style sheets name by a token, and no others. */
export function slideFamilies({styles, tokens}: Pick<Theme, 'styles' | 'tokens'>): ReadonlySet<string> {
  const rules = `${styles.content}\n${styles.deck}`.replaceAll(declarations, '')
  const wanted = new Set(namesIn(rules))
  // A token may be another's value.
  for (const name of wanted) {
    for (const value of valuesOf(name)) for (const inner of namesIn(value)) wanted.add(inner)
  }
  const values = [...wanted].flatMap((name) => valuesOf(name))
  return new Set(values.flatMap((value) => Array.from(value.matchAll(/['"](?<family>[^'"]+)['"]/gu), familyOf)))

  function valuesOf(name: string): string[] {
    return [tokens.everywhere.get(name), tokens.slides.get(name)].flatMap((token) => (token ? [token.value] : []))
  }
}

const namesIn = (css: string) => Array.from(css.matchAll(variables), ({groups}) => groups?.['name'] ?? '')
const familyOf = ({groups}: RegExpExecArray) => groups?.['family'] ?? ''
