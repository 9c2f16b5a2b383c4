import {hash} from 'node:crypto'
import {limits} from '../diagnostics/limits.ts'
import {engineModule, startEngine} from '../engines/start-engine.ts'
import {charactersOf} from './characters-of.ts'
import {isInvisible} from './is-invisible.ts'
import type {OwnFace} from './own-font.ts'
import type {open, SubsetTask} from './subset-font-engine.ts'
import type {SubsetFace, SubsetOptions} from './subset-fonts.ts'

/** A face of a file that is damaged where nobody has looked before. */
export interface FailedFace {
  readonly face: OwnFace
  /** In Chinese and English. */
  readonly reason: string
}

/** One subset, or none where the font has none of the characters. */
export type OwnSubset = {readonly subsets: SubsetFace[]} | {readonly failure: FailedFace}

/** What a face of the course's own has of the characters, cut down to them, or as the file is where its licence forbids subsets. */
export async function subsetOwnFont(
  face: OwnFace,
  wanted: ReadonlySet<number>,
  options: SubsetOptions,
): Promise<OwnSubset> {
  try {
    return {subsets: await subset(face, wanted, options)}
  } catch (error) {
    if (error instanceof FontError) return {failure: {face, reason: error.message}}
    throw error
  }
}

async function subset(
  face: OwnFace,
  wanted: ReadonlySet<number>,
  {cache, format, signal}: SubsetOptions,
): Promise<SubsetFace[]> {
  if (wanted.size === 0) return []
  const {axes, family, font, style, weight} = face
  const text = String.fromCodePoint(...[...wanted].toSorted((a, b) => a - b))
  const key = ['own font', font.digest, JSON.stringify(axes), hash('sha256', text)].join(' ')
  const make = (task: SubsetTask) => cache.bytes(`${key} ${task.format}`, () => run(task, signal))
  const truetype = await make({contents: font.contents, text, format: 'truetype', axes})
  const characters = charactersOf(truetype, wanted)
  // A font of spaces alone has no outlines, which browsers refuse.
  if ([...characters].every((code) => isInvisible(code))) return []
  const described = {family, weight, style, characters}
  if (font.isWhole) return [{...described, format: font.format, contents: font.contents}]
  if (format === 'truetype') return [{...described, format, contents: truetype}]
  return [{...described, format, contents: await make({contents: truetype, text, format, axes: {}})}]
}

async function run(task: SubsetTask, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const module = engineModule('subset-font-engine', import.meta.url)
  const {most} = limits.fontSeconds
  // Each has an engine of its own: one that a damaged font has upset would fail the next one.
  await using engine = startEngine<typeof open>({module, settings: undefined, seconds: most, signal})
  const outcome = await engine.run(task)
  if (outcome.type === 'done') return outcome.value
  if (outcome.type === 'failed') throw new FontError(outcome.reason.split('\n')[0])
  throw new FontError(`${most} 秒还没有取出用到的字 / cutting it down takes more than ${most} s`)
}

/** Keeps what could not be made out of the cache. */
class FontError extends Error {}
