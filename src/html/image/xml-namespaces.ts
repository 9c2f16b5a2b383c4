import type {Element} from 'xast'

export const svgNamespace = 'http://www.w3.org/2000/svg'
export const xlinkNamespace = 'http://www.w3.org/1999/xlink'

/** Namespaces by their prefixes, the default one by none. */
export type Prefixes = ReadonlyMap<string, string>

/** What holds in an element (Namespaces in XML 1.0, 6). */
export function prefixesIn({attributes}: Element, outer: Prefixes): Prefixes {
  const own = Object.entries(attributes).flatMap(([name, value]) => {
    const [, prefix = ''] = /^xmlns(?::(?<prefix>.+))?$/u.exec(name) ?? []
    return name.startsWith('xmlns') ? [[prefix, value ?? ''] as const] : []
  })
  return own.length > 0 ? new Map([...outer, ...own]) : outer
}

export interface QualifiedName {
  readonly local: string
  readonly prefix: string
}

export function splitName(name: string): QualifiedName {
  const [local = '', prefix = ''] = name.split(':').toReversed()
  return {local, prefix}
}
