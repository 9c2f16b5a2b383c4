import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** The text of a file, with a message at the first place that is no UTF-8: there and after it, characters are lost. */
export function decodeText(bytes: Uint8Array, file: VFile): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const before = text.slice(0, wholeLength(bytes, text)).split('\n')
    reportProblem(file, {
      ruleId: 'character-is-text',
      reason: '文件不是 UTF-8（也许是 GBK）/ Unexpected encoding, expected UTF-8',
      place: {line: before.length, column: (before.at(-1)?.length ?? 0) + 1},
      hint: '以 UTF-8 重新保存文件 / save the file again as UTF-8',
    })
    return text
  }
}

/** How much of the text is as the bytes have it: an author may have written U+FFFD. */
function wholeLength(bytes: Uint8Array, text: string): number {
  const again = new TextEncoder().encode(text)
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const own = hasMark ? bytes.subarray(3) : bytes
  const first = again.findIndex((byte, index) => byte !== own[index])
  return new TextDecoder('utf-8').decode(again.subarray(0, Math.max(first, 0))).replace(/\uFFFD+$/u, '').length
}
