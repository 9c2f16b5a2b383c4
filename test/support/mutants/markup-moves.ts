import type {Choose} from './chooser.ts'
import {elementsIn, elementsOf, nameOf, type Edit, type Found, type OpenMarkup, type Wanted} from './markup.ts'
import type {Files, Mutation} from './mutant.ts'

type Make = (files: Files, choose: Choose) => Mutation

/** Two wanted elements that follow each other change places. */
export const swapNeighbours =
  (open: OpenMarkup, isWanted: Wanted): Make =>
  (files, choose) => {
    const markup = open(files)
    const all = elementsIn(markup, isWanted)
    const pairs = all.flatMap((one, index) => {
      const next = all[index + 1]
      const isPair = next?.piece === one.piece && next.start === one.end && next.source !== one.source
      return isPair ? [[one, next] as const] : []
    })
    const [one, other] = choose(pairs)
    return {changes: markup.write(new Map([[one.piece, exchange(one, other, isWanted)]])), victim: nameOf(one)}
  }

/** Two wanted elements of one piece change places, wherever they stand in it. */
export const swapAny =
  (open: OpenMarkup, isWanted: Wanted, isPair: (one: Found, other: Found) => boolean): Make =>
  (files, choose) => {
    const markup = open(files)
    const all = elementsIn(markup, isWanted)
    const pairs = all.flatMap((one, index) =>
      all
        .slice(index + 1)
        .filter((other) => other.piece === one.piece && other.start >= one.end && other.source !== one.source)
        .filter((other) => isPair(one, other))
        .map((other) => [one, other] as const),
    )
    const [one, other] = choose(pairs)
    const victim = `${nameOf(one)} and ${nameOf(other)}`
    return {changes: markup.write(new Map([[one.piece, exchange(one, other, isWanted)]])), victim}
  }

const exchange =
  (one: Found, other: Found, isWanted: Wanted): Edit =>
  (source) => {
    const all = elementsOf(source, isWanted)
    const [first, second] = [all[one.index], all[other.index]]
    if (!first || !second) return source
    const between = source.slice(first.end, second.start)
    return source.slice(0, first.start) + second.source + between + first.source + source.slice(second.end)
  }

/** A wanted element stands after another one, far away: on another slide, in another section. */
export const moveFar =
  (open: OpenMarkup, isWanted: Wanted): Make =>
  (files, choose) => {
    const markup = open(files)
    const all = elementsIn(markup, isWanted)
    const one = choose(all)
    const isFar = (other: Found) => other.piece !== one.piece || Math.abs(other.index - one.index) > 12
    const other = choose(all.filter((candidate) => isFar(candidate)))
    const move =
      (takes: boolean, puts: boolean): Edit =>
      (source) => {
        const found = elementsOf(source, isWanted)
        const [from, to] = [takes ? found[one.index] : undefined, puts ? found[other.index] : undefined]
        const splices = [
          ...(from ? [{start: from.start, end: from.end, text: ''}] : []),
          ...(to ? [{start: to.end, end: to.end, text: one.source}] : []),
        ].toSorted((first, second) => second.start - first.start)
        return splices.reduce((whole, {end, start, text}) => whole.slice(0, start) + text + whole.slice(end), source)
      }
    const isNear = other.piece === one.piece
    const edits = new Map<string, Edit>([
      [other.piece, move(isNear, true)],
      [one.piece, move(true, isNear)],
    ])
    return {changes: markup.write(edits), victim: `${nameOf(one)} to ${other.piece}`}
  }
