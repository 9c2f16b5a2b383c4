import type {Edit} from './markup.ts'

/** A style of the element itself, before any that it has. */
export const styled =
  (style: string): Edit =>
  (source) => {
    const [head = ''] = /^<[^>]*>/u.exec(source) ?? []
    const changed = head.includes(' style="')
      ? head.replace(' style="', ` style="${style}; `)
      : head.replace(/^<\w+/u, (name) => `${name} style="${style}"`)
    return changed + source.slice(head.length)
  }
