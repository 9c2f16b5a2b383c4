import path from 'node:path/posix'

/** A value of a foreign file as an object; empty where it is none. */
export const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

/** As a list: one value that is no list is a list of it. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** Texts that are paths relative to a folder. */
export const pathsIn = (value: unknown, base: string): string[] =>
  listOf(value).flatMap((one) => {
    const text = textIn(one)
    return text === undefined ? [] : [path.join(base, text)]
  })

/** As text; absent where it is none or blank. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** Names of people: texts, objects with a `name`, or one text with commas. */
export function namesIn(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => {
    const {family, given, name} = recordOf(one)
    const {literal} = recordOf(name)
    const whole = textIn(one) ?? textIn(name) ?? textIn(literal)
    if (whole) return whole.split(/\s*[,，、]\s*(?:and\s+)?|\s+and\s+/u).filter(Boolean)
    const parts = [textIn(given), textIn(family)].filter((part) => part !== undefined)
    return parts.length > 0 ? [parts.join(' ')] : []
  })
}
