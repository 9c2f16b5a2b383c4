import {drawGraphviz} from './draw-graphviz.ts'
import type {Drawing} from './drawing.ts'

/** Graphviz in a thread of its own: a hundred nodes may keep it busy for a minute, and nothing interrupts it. */
export function open(): (source: string) => Promise<Drawing> {
  return drawGraphviz
}
