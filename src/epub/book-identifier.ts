import {v5} from 'uuid'

/** `urn:uuid:` of a course: the same for all its editions, from the URL or URN its author chose (RFC 9562, version 5). */
export function bookIdentifier(identifier: string): string {
  return `urn:uuid:${v5(identifier, v5.URL)}`
}
