import type {Element} from 'hast'

/** The classes of an element. */
export function classNames({properties: {className}}: Element): string[] {
  if (Array.isArray(className)) return className.map(String)
  return typeof className === 'string' ? [className] : []
}
