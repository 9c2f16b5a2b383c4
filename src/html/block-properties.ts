import type {Properties} from 'hast'
import type {RenderContext} from './render-context.ts'

/**
 * The attributes by which a finished file's reader finds a block: `id` where the block stands first in a document
 * and `data-block` everywhere.
 */
export function blockProperties(id: string, context: RenderContext): Properties {
  return {...claimId(id, context), dataBlock: id}
}

/** `id`, unless the document has it already. */
export function claimId(id: string, context: RenderContext): Properties {
  if (context.identifiers.has(id)) return {}
  context.identifiers.add(id)
  return {id}
}
