/** The values of one section of an INI file, each to the end of its line; what continues on more lines keeps its first. */
export function readIni(text: string, section: string): Readonly<Record<string, string>> {
  const found = new Map<string, string>()
  let current = ''
  for (const line of text.split(/\r?\n/u)) {
    const [, name] = /^\[([^\]]+)\]/u.exec(line) ?? []
    const [, key = '', value = ''] = /^([\w.-]+)\s*[=:]\s*(.*)$/u.exec(line) ?? []
    if (name !== undefined) current = name.trim()
    else if (current === section && key !== '') found.set(key, value.trim())
  }
  return Object.fromEntries(found)
}
