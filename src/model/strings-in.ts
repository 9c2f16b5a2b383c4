/** Every string inside a value of plain data, at any depth; bytes and the names of properties are none. */
export function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (value instanceof Map) for (const entry of value) yield* stringsIn(entry)
  else if (Array.isArray(value)) for (const one of value) yield* stringsIn(one)
  else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
    for (const inner of Object.values(value)) yield* stringsIn(inner)
  }
}
