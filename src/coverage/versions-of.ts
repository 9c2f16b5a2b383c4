import type {Block} from '../model/block.ts'
import {editions, outputs, type Audience} from '../model/output.ts'
import {selectBlocks} from '../model/select-blocks.ts'
import {descend} from '../model/walk.ts'

/**
 * A block as each of its readers has it. Most have the same; but of a list, items or parts of them may be for the teacher alone, as works
 * are that only notes cite: then there is a version for each edition, and for outputs that differ.
 */
export function versionsOf(block: Block): Block[] {
  const isSame = [...descend([block])].every(({audience}) => includes(audience, block.audience))
  if (isSame) return [block]
  return editions.flatMap((edition) => {
    const versions = new Map<string, {readonly version: Block; readonly audience: Audience}>()
    for (const output of outputs) {
      const isIn = ({audience}: Block) => audience.editions.includes(edition) && audience.outputs.includes(output)
      const [version] = selectBlocks([block], isIn)
      if (!version) continue
      const key = Array.from(descend([version]), ({id}) => id).join(' ')
      const former = versions.get(key)?.audience.outputs ?? []
      const audience = {...block.audience, editions: [edition], outputs: [...former, output]}
      versions.set(key, {version, audience})
    }
    return Array.from(versions.values(), ({audience, version}) => ({...version, audience}))
  })
}

const includes = (outer: Audience, inner: Audience) =>
  inner.editions.every((edition) => outer.editions.includes(edition)) &&
  inner.outputs.every((output) => outer.outputs.includes(output))
