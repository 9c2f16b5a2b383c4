import {limits} from '../diagnostics/limits.ts'

/** A drawing, or why there is none. */
export type Drawing = {readonly svg: string} | {readonly error: string}

const {most} = limits.diagramSeconds

/** In place of a drawing that was stopped. */
export const tookTooLong: Drawing = {
  error: `${most} 秒还没有画完，拆成几张，或画成 SVG / it is not drawn within ${most} s; split it, or draw it as SVG`,
}
