import {plugins} from '@citation-js/core'
import '@citation-js/plugin-bibtex'

/** The reader of BibTeX, in a thread of its own: what stands in a file may keep it busy for hours. Throws what is wrong. */
export const open =
  () =>
  (text: string): unknown =>
    // The type is named, so that nothing in the file is taken for an address to fetch.
    plugins.input.chain(text, {generateGraph: false, forceType: '@bibtex/text'})
