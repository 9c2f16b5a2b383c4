import type {Locale} from '../locale/words.ts'
import type {HandoutLayout, Target} from '../model/output.ts'

const handoutWords = {
  notes: 'handout',
  lines: 'handoutLines',
  '2up': 'handoutTwo',
  '4up': 'handoutFour',
  '6up': 'handoutSix',
  worksheet: 'worksheet',
} as const satisfies Record<HandoutLayout, keyof Locale['words']>

/** What readers call an output, in the words of the course. */
export function outputName(target: Target, {words}: Locale): string {
  return words[target.output === 'handout' ? handoutWords[target.layout] : target.output]
}
