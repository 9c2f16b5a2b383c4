import {plugins} from '@citation-js/core'
import '@citation-js/plugin-csl'
import {gb7714Numeric} from './gb-7714-numeric.ts'

/** A style that needs no file, as CSL; the default where there is none of this name. */
export function namedStyle(name: string): string {
  const {data} = plugins.config.get('@csl').styles
  return (Object.hasOwn(data, name) ? data[name] : undefined) ?? gb7714Numeric
}
