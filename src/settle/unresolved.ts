import type {PhrasingContent} from 'mdast'
import type {InlineRole} from '../model/mdast.ts'

/** What could not be made into what its author meant, as it is written, with a mark that readers see. */
export const unresolved = (children: PhrasingContent[]): InlineRole => ({
  type: 'inlineRole',
  role: 'span',
  data: {attributes: {id: '', classes: ['unresolved'], values: {}}},
  children,
})
