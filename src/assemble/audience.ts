import type {Container} from '../model/mdast.ts'
import {wordsOf} from './words-of.ts'
import {editions, outputs, type Audience, type Edition, type Output} from '../model/output.ts'

export const everybody: Audience = {outputs, editions, rules: []}

/** What the names of DESIGN's `in="…"` stand for. The home page shows no blocks. */
export const media: Readonly<Record<string, readonly Output[]>> = {
  slides: ['deck', 'slides', 'handout'],
  book: ['epub', 'pdf'],
  epub: ['epub'],
  pdf: ['pdf'],
  handout: ['handout'],
  site: [],
}

/** An audience narrowed by a named rule; what it excludes can never come back further in. */
export function narrow(
  audience: Audience,
  rule: {name: string; line: number; outputs?: readonly Output[]; editions?: readonly Edition[]},
): Audience {
  return {
    outputs: audience.outputs.filter((output) => !rule.outputs || rule.outputs.includes(output)),
    editions: audience.editions.filter((edition) => !rule.editions || rule.editions.includes(edition)),
    rules: [...audience.rules, {name: rule.name, line: rule.line}],
  }
}

/** Those who see one of several blocks. */
export function unite(audiences: readonly Audience[]): Audience {
  const united = {
    outputs: outputs.filter((output) => audiences.some((one) => one.outputs.includes(output))),
    editions: editions.filter((edition) => audiences.some((one) => one.editions.includes(edition))),
  }
  const isEverybody = united.outputs.length === outputs.length && united.editions.length === editions.length
  return {...united, rules: isEverybody ? [] : [...new Set(audiences.flatMap(({rules}) => rules))]}
}

/** Narrows by `:::only` or `:::except`; unknown words are in the second value. */
export function narrowByCondition(audience: Audience, node: Container): {audience: Audience; unknown: string[]} {
  const words = wordsOf(node.attributes?.['in'])
  const editionWords = wordsOf(node.attributes?.['edition'])
  const unknown = [
    ...unknownMedia(words),
    ...editionWords.filter((word) => !editions.some((edition) => edition === word)),
  ]
  const isOnly = node.name === 'only'
  const named = outputsNamed(words)
  const inEditions = (edition: Edition) => editionWords.includes(edition) === isOnly
  const attributes = [...words.map((word) => `in="${word}"`), ...editionWords.map((word) => `edition="${word}"`)]
  const narrowed = narrow(audience, {
    name: `:::${node.name}{${attributes.join(' ')}}`,
    line: node.position?.start.line ?? 0,
    ...(words.length > 0 ? {outputs: outputs.filter((output) => named.has(output) === isOnly)} : {}),
    ...(editionWords.length > 0 ? {editions: editions.filter((edition) => inEditions(edition))} : {}),
  })
  return {audience: narrowed, unknown}
}

/** Of a chapter whose front matter says `in: …`; unknown words are in the second value. */
export function audienceIn(list: string, line: number): {audience: Audience; unknown: string[]} {
  const words = wordsOf(list)
  const named = outputsNamed(words)
  const rule = {name: `in: ${list}`, line, outputs: outputs.filter((output) => named.has(output))}
  return {audience: narrow(everybody, rule), unknown: unknownMedia(words)}
}

const unknownMedia = (words: readonly string[]) => words.filter((word) => !Object.hasOwn(media, word))
const outputsNamed = (words: readonly string[]) => new Set(words.flatMap((word) => media[word] ?? []))
