export interface FoundImport {
  readonly specifier: string
  /** The name in the other module; `default` for its one value. */
  readonly exported: string
}

const statement =
  /\b(?:import|export)\b\s*(?:type\s+)?(?:(?<own>[\w$]+)(?:\s*,\s*|\s+))?(?:\{(?<list>[^{}]*)\}\s*)?from\s*(?<quote>["'])(?<from>[^"'\n]*)\k<quote>/gu

const required =
  /\b(?:const|let|var)\s+(?:(?<own>[\w$]+)|\{(?<list>[^{}]*)\})\s*=\s*require\(\s*(?<quote>["'])(?<from>[^"'\n]*)\k<quote>\s*\)/gu

/** Which module a name of a source is imported from, or handed on from, by `import`, `export … from` or `require`. */
export function findImport(source: string, name: string): FoundImport | undefined {
  for (const {groups} of [...source.matchAll(statement), ...source.matchAll(required)]) {
    const {from: specifier = '', list = '', own} = groups ?? {}
    if (own === name) return {specifier, exported: 'default'}
    for (const item of list.split(',')) {
      const [exported = '', local = exported] = item
        .trim()
        .replace(/^type\s+/u, '')
        .split(/\s*:\s*|\s+as\s+/u)
      if (local === name) return {specifier, exported}
    }
  }
  return undefined
}
