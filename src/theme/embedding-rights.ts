/** What the licence bits of a font allow. */
export interface EmbeddingRights {
  /** Why it must not be embedded. */
  readonly refusal?: 'restricted' | 'bitmaps'
  /** Whether it may be embedded only in documents that nobody edits: "preview and print". */
  readonly isReadOnly: boolean
  /** Whether it may be embedded only as a whole. */
  readonly isWhole: boolean
}

/**
 * `fsType` of a font's `OS/2` table (OpenType 1.9.1, "fsType"). Bits 1 to 3 exclude each other; where an old font has several, the most
 * permissive holds, as the specification says. Bit 0 is reserved. Bit 9 allows bitmaps alone, and lectern embeds outlines.
 */
export function embeddingRights(fsType: number): EmbeddingRights {
  const isEditable = (fsType & 0x8) !== 0
  const isReadOnly = !isEditable && (fsType & 0x4) !== 0
  const isRestricted = !isEditable && !isReadOnly && (fsType & 0x2) !== 0
  const rights = {isReadOnly, isWhole: (fsType & 0x100) !== 0}
  if (isRestricted) return {...rights, refusal: 'restricted'}
  return (fsType & 0x200) === 0 ? rights : {...rights, refusal: 'bitmaps'}
}
