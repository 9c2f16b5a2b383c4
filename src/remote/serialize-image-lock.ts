import type {ImageLock} from '../model/image-lock.ts'

/** The text of `images.lock.json`: the same for the same images, sorted by address, an entry a few lines that can be deleted alone. */
export function serializeImageLock(lock: ImageLock): string {
  const entries = [...lock].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const lines = entries.map(([address, {bytes, mediaType, sha256}]) => {
    const fields = {sha256, mediaType, bytes}
    return `    ${quote(address)}: ${JSON.stringify(fields, undefined, 2).replaceAll('\n', '\n    ')}`
  })
  const images = lines.length > 0 ? `{\n${lines.join(',\n')}\n  }` : '{}'
  return `{\n  "version": 1,\n  "images": ${images}\n}\n`
}

/** Characters of an address as the text has it. */
export const lengthInLock = (address: string): number => quote(address).length - 2

/** Brackets are escaped: readers of YAML, as which it is read for its places, count them. */
const quote = (address: string) =>
  JSON.stringify(address).replaceAll(
    /[[\]{}]/gu,
    (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
