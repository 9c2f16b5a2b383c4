import {plugins} from '@citation-js/core'
import '@citation-js/plugin-csl'

/** Terms and dates of a language as CSL; what the package does not have is English, as CSL asks for. */
export function localeOf(language: string): string {
  const {data} = plugins.config.get('@csl').locales
  return (Object.hasOwn(data, language) ? data[language] : undefined) ?? data['en-US'] ?? ''
}
