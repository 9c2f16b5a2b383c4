import type {VFile} from 'vfile'
import {reportProblem} from '../diagnostics/report-problem.ts'

/** Scripts of the Unicode Character Database that people write courses in or quote from; what is in none of them is a sign. */
const scripts = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Bopomofo',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Katakana',
  'Khmer',
  'Lao',
  'Latin',
  'Mongolian',
  'Myanmar',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thai',
  'Tibetan',
  'Yi',
].map((name) => ({name, pattern: new RegExp(`\\p{Script=${name}}`, 'u')}))

/** Characters that a message names; the others are counted. */
const mostNamed = 12

/** Reports the characters that no font has: for each chapter and script one message, at the first place. */
export function checkGlyphs(files: readonly VFile[], missing: readonly string[]): void {
  if (missing.length === 0) return
  for (const file of files) {
    const text = String(file)
    const found = missing
      .map((character) => ({character, offset: text.indexOf(character)}))
      .filter(({offset}) => offset >= 0)
      .toSorted((a, b) => a.offset - b.offset)
    for (const [script, characters] of Map.groupBy(found, ({character}) => scriptOf(character))) {
      const [first] = characters
      if (!first) continue
      const before = text.slice(0, first.offset).split('\n')
      const names = characters.slice(0, mostNamed).map(({character}) => `${character} (${codeOf(character)})`)
      const more = characters.length > mostNamed ? ` … +${characters.length - mostNamed}` : ''
      reportProblem(file, {
        ruleId: 'glyph-exists',
        reason: `字体里没有这些字符（${script}），以码位代替 / Unexpected characters (${script}): no font has them, and their code points are shown: ${names.join(' ')}${more}`,
        cause: script,
        place: {line: before.length, column: (before.at(-1)?.length ?? 0) + 1},
        hint: hintFor(script),
      })
    }
  }
}

/** Packages of scripts that are not called after them; none has what lectern's own Noto Sans lacks of a script of its. */
const packages: Readonly<Record<string, string>> = {
  Bopomofo: 'noto-sans-tc',
  Cyrillic: '',
  Greek: '',
  Han: 'noto-sans-hk',
  Hangul: 'noto-sans-kr',
  Hiragana: 'noto-sans-jp',
  Katakana: 'noto-sans-jp',
  Latin: '',
  Tibetan: 'noto-serif-tibetan',
}

function hintFor(script: string): string {
  const name = packages[script] ?? (script === signs ? undefined : `noto-sans-${script.toLowerCase()}`)
  const install = name ? `npm install @fontsource/${name}` : ''
  return install
    ? `安装有它们的字体：${install}，或换成图片 / install a font that may have them: ${install}, or use an image`
    : '换成图片或别的字符 / use an image, or other characters'
}

const signs = '符号 signs'

const scriptOf = (character: string) => scripts.find(({pattern}) => pattern.test(character))?.name ?? signs

const codeOf = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
