import subsetFont from 'subset-font'
import {limits} from '../diagnostics/limits.ts'
import {assertBearableWoff} from './assert-bearable-woff.ts'
import {fontFormat} from './font-format.ts'

export interface SubsetTask {
  readonly contents: Uint8Array
  /** The characters to keep. */
  readonly text: string
  readonly format: 'truetype' | 'woff2'
  /** Where on each axis a variable font is made static. */
  readonly axes: Readonly<Record<string, number>>
}

/** Runs in a thread: fonts of courses are untrusted. */
export function open(): (task: SubsetTask) => Promise<Uint8Array> {
  return async ({axes, contents, format, text}) => {
    if (fontFormat(contents) === 'woff') assertBearableWoff(contents, limits.fontBytes.most)
    const options = {targetFormat: format, variationAxes: axes}
    return new Uint8Array(await subsetFont(Buffer.from(contents), text, options))
  }
}
