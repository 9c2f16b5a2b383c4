/** Keys of one table of a TOML file whose values are strings or lists of strings; all else is passed over. */
export function readTomlStrings(text: string, table: string): Readonly<Record<string, string | readonly string[]>> {
  const found = new Map<string, string | readonly string[]>()
  let current = ''
  for (const line of text.split(/\r?\n/u)) {
    const [, name] = /^\s*\[([^[\]]+)\]/u.exec(line) ?? []
    if (name !== undefined) current = name.trim()
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*=\s*(.*)$/u.exec(line) ?? []
    const strings = Array.from(value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/gu), ([, basic, literal]) =>
      basic === undefined ? (literal ?? '') : basic.replaceAll(/\\(.)/gu, '$1'),
    )
    if (current !== table || strings.length === 0) continue
    found.set(key, value.startsWith('[') ? strings : (strings[0] ?? ''))
  }
  return Object.fromEntries(found)
}
