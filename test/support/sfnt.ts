/** Font programs for tests: tables of a TrueType font put in place of others. */

/** A subtable of `cmap`, as codes with their glyphs. */
export interface CharacterMapPlan {
  readonly platform: number
  readonly encoding: number
  readonly glyphs: ReadonlyMap<number, number>
}

/** A font in which some tables are others, or missing where absent. */
export function replaceTables(font: Uint8Array, changes: Readonly<Record<string, Uint8Array | undefined>>): Uint8Array {
  const tables = Object.entries({...readTables(font), ...changes}).filter(([, bytes]) => bytes !== undefined)
  const sorted = tables.toSorted(([one], [other]) => (one < other ? -1 : 1)) as [string, Uint8Array][]
  const header = Buffer.alloc(12 + sorted.length * 16)
  header.writeUInt32BE(0x10000, 0)
  header.writeUInt16BE(sorted.length, 4)
  let offset = header.length
  const parts: Buffer[] = [header]
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const record = 12 + index * 16
    header.write(tag, record, 'latin1')
    header.writeUInt32BE(offset, record + 8)
    header.writeUInt32BE(bytes.length, record + 12)
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    padded.set(bytes)
    parts.push(padded)
    offset += padded.length
  }
  return new Uint8Array(Buffer.concat(parts))
}

export function readTables(font: Uint8Array): Record<string, Uint8Array> {
  const buffer = Buffer.from(font)
  return Object.fromEntries(
    Array.from({length: buffer.readUInt16BE(4)}, (_value, index) => {
      const record = 12 + index * 16
      const start = buffer.readUInt32BE(record + 8)
      const bytes = font.slice(start, start + buffer.readUInt32BE(record + 12))
      return [buffer.toString('latin1', record, record + 4), bytes]
    }),
  )
}

/** A `cmap` table of subtables of format 12. */
export function characterMapTable(maps: readonly CharacterMapPlan[]): Uint8Array {
  const subtables = maps.map(({glyphs}) => groupsTable(glyphs))
  const header = Buffer.alloc(4 + maps.length * 8)
  header.writeUInt16BE(maps.length, 2)
  let offset = header.length
  for (const [index, {encoding, platform}] of maps.entries()) {
    header.writeUInt16BE(platform, 4 + index * 8)
    header.writeUInt16BE(encoding, 6 + index * 8)
    header.writeUInt32BE(offset, 8 + index * 8)
    offset += subtables[index]?.length ?? 0
  }
  return new Uint8Array(Buffer.concat([header, ...subtables]))
}

function groupsTable(glyphs: ReadonlyMap<number, number>): Buffer {
  const entries = [...glyphs].toSorted(([one], [other]) => one - other)
  const table = Buffer.alloc(16 + entries.length * 12)
  table.writeUInt16BE(12, 0)
  table.writeUInt32BE(table.length, 4)
  table.writeUInt32BE(entries.length, 12)
  for (const [index, [code, glyph]] of entries.entries()) {
    for (const [place, value] of [code, code, glyph].entries()) table.writeUInt32BE(value, 16 + index * 12 + place * 4)
  }
  return table
}
