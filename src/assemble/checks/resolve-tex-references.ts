import type {Reference} from '../../model/course.ts'
import type {CrossReference} from '../../model/mdast.ts'
import {texReference} from '../blocks/equation-numbering.ts'

type References = ReadonlyMap<string, Reference>

/** What LaTeX calls by a name with a colon may have an id with a hyphen here. */
export function findTexTarget(name: string, references: References): string | undefined {
  return [name.trim(), name.trim().replaceAll(/[:_. ]+/gu, '-')].find((one) => references.has(one))
}

/** `(3-2)` or `3-2`: the number alone, since authors write the word before it. */
export function texNumber(kind: CrossReference['tex'], {label}: Reference): string {
  const number = /\((?<inner>[^()]+)\)/u.exec(label)?.groups?.['inner'] ?? /\S+$/u.exec(label)?.[0] ?? label
  return kind === 'eqref' ? `(${number})` : kind === 'ref' ? number : label
}

/** TeX with the numbers of what it refers to in place of names; each name that is unknown is told. */
export function withNumbers(tex: string, references: References, unknown: (name: string) => void): string {
  return tex.replaceAll(texReference, (...match) => {
    const {kind, name} = match.at(-1) as {kind: NonNullable<CrossReference['tex']>; name: string}
    const target = findTexTarget(name, references)
    const reference = target === undefined ? undefined : references.get(target)
    if (!reference) unknown(name)
    return String.raw`\text{${reference ? texNumber(kind, reference) : name}}`
  })
}
