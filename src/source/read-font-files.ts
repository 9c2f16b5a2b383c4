import path from 'node:path'
import type {VFile} from 'vfile'
import {describeRefusal} from '../diagnostics/describe-refusal.ts'
import {limits} from '../diagnostics/limits.ts'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {reportProblem, type Problem} from '../diagnostics/report-problem.ts'
import {namesInside, readInside} from './resolve-inside.ts'

/** A font as `course.yml` names it. */
export interface NamedFont {
  /** From the course folder. */
  readonly name: string
  readonly place: Problem['place']
  /** That it is asked for by; its own, where this is absent. */
  readonly family?: string
}

export interface FontFile extends NamedFont {
  readonly contents: Uint8Array
}

/** Reads fonts that `course.yml` names, below the course folder; what cannot be read is a message of `course.yml`. */
export async function readFontFiles(folder: string, fonts: readonly NamedFont[], config: VFile): Promise<FontFile[]> {
  const files: FontFile[] = []
  let total = 0
  for (const font of fonts) {
    // In turn: what is over the limit is not even held.
    // oxlint-disable-next-line no-await-in-loop
    const read = await readInside(folder, font.name)
    if ('refusal' in read) {
      // oxlint-disable-next-line no-await-in-loop
      const hint = read.refusal === 'missing' ? await hintOfNames(folder, font.name) : undefined
      report(font, config, {...describeRefusal(read.refusal), ...(hint === undefined ? {} : {hint})})
      continue
    }
    total += read.contents.length
    if (total <= limits.fontsBytes.most) files.push({...font, contents: read.contents})
    else report(font, config, tooMuch)
  }
  return files
}

const tooMuch = {
  reason: `到这里各字体一共超过 ${limits.fontsBytes.most} 字节 / up to here all fonts have more than ${limits.fontsBytes.most} bytes`,
  hint: '去掉不用的字体 / leave out fonts that are not used',
}

function report({name, place}: NamedFont, config: VFile, {hint, reason}: Pick<Problem, 'hint' | 'reason'>): void {
  const whole = `读不到字体 \`${name}\` / Unexpected font \`${name}\`: ${reason}`
  reportProblem(config, {ruleId: 'font-is-usable', reason: whole, place, hint})
}

/** Fonts in the same folder, as far as there are any. */
async function hintOfNames(folder: string, name: string): Promise<string | undefined> {
  const directory = path.posix.dirname(name)
  const names = await namesInside(folder, directory)
  const fonts = names.filter((one) => /\.(?:otf|ttf|woff2?)$/iu.test(one) && !one.startsWith('.')).toSorted()
  return fonts.length > 0
    ? hintNearest(
        name,
        fonts.map((one) => path.posix.join(directory, one)),
      )
    : undefined
}
