import {describe, expect, test} from 'vitest'
import {compareUnits} from '../../src/coverage/compare-units.ts'
import {expectedUnits} from '../../src/coverage/expected-units.ts'
import {expectOnSlides} from '../../src/coverage/ledger/expect-on-slides.ts'
import type {ArtifactObservation, Observation} from '../../src/model/coverage.ts'
import {courseFrom, svgResource} from '../support/course-from.ts'
import {density} from '../support/density.ts'

const long = '这一段很长，长到放不进一张幻灯片，只好留下第一句。'.repeat(3)
const endless = '没有句号也没有粗体的一段话一直写下去'.repeat(6)

/** `line state reason` of every unit, as the ledger has them for the teacher's slides. */
function ledgerOf(markdown: string, head = {}): string[] {
  const {course} = courseFrom([markdown], [svgResource('a.svg')], {head})
  const ledger = expectOnSlides(course, 'teacher', density)
  return expectedUnits(course).map(({id, line}) => {
    const {reason, state} = ledger.get(id) ?? {state: 'none', reason: ''}
    return `${line} ${state} ${reason}`.trim()
  })
}

describe('the ledger', () => {
  test('has a state for every block, and for each but “shown” its rule with the line', () => {
    const markdown = [
      '# 章',
      '',
      '## 节 {short="短"}',
      '',
      '短段。',
      '',
      long,
      '',
      endless,
      '',
      '```python {slide="2-3"}',
      'a = 1',
      'b = 2',
      'c = 3',
      '```',
      '',
      ':::exercise',
      '题。',
      ':::',
      '',
      ':::solution',
      '解。',
      ':::',
      '',
      ':::notes',
      '说这个。',
      ':::',
      '',
      '## 只读 {slides=reading}',
      '',
      '短段二。',
      '',
      '## 手写',
      '',
      '短段三。',
      '',
      ':::slide{title="标题"}',
      '- 一',
      ':::',
    ].join('\n')
    expect(ledgerOf(markdown)).toEqual([
      '1 shown',
      '3 reading short="短" (01.md:3)',
      '5 shown',
      '7 condensed slides: lead (01.md:7)',
      '9 reading slides: lead; no sentence and no bold lead of at most 40 characters (01.md:9)',
      '11 condensed slide="2-3" (01.md:11)',
      '17 shown',
      '18 shown',
      '22 reading solution: never on slides (01.md:21)',
      '26 reading speaker notes (01.md:25)',
      '29 shown',
      '31 reading slides: reading (01.md:29)',
      '33 reading :::slide (01.md:37) has a title of its own',
      '35 reading :::slide (01.md:37) replaces it',
      '38 shown',
    ])
  })

  test('names the front matter of the chapter, or the course, where those say it', () => {
    expect(ledgerOf('---\nslides: reading\n---\n\n# 章\n\n短段。')).toContain('7 reading slides: reading (01.md:2)')
    expect(ledgerOf('# 章\n\n短段。', {slideMode: 'reading', slideModeLine: 7})).toContain(
      '3 reading slides: reading (course.yml:7)',
    )
  })

  test('knows a note by its lead where its mark stands on a slide, and beside it where it does not', () => {
    const notes = `\n\n[^a]: ${long}\n\n[^b]: 短。\n`
    const states = ledgerOf(`# 章\n\n## 节\n\n短段[^a]。\n\n第一句短。${long}[^b]${notes}`)
    expect(states).toContain('9 condensed its lead, as a note of a slide (01.md:9)')
    expect(states).toContain('11 reading its mark is in the reading text (01.md:11)')
  })
})

describe('what is shown in another way than the ledger says', () => {
  const {course} = courseFrom([`# 章\n\n## 节\n\n短段在这里。\n\n第一句短。${long}`])
  const units = expectedUnits(course)
  const ledgers = new Map([['student', expectOnSlides(course, 'student', density)] as const])
  const place = (unit: string, where: Observation['place'], text: string): Observation => {
    return {unit, place: where, locator: '#1', link: 'x', text}
  }
  const artifact = (observations: readonly Observation[]): ArtifactObservation => ({
    target: {output: 'deck', edition: 'student'},
    path: 'deck/index.html',
    observations,
    everything: 'x',
    problems: [],
  })
  const right = units.flatMap(({id, texts}) => {
    const text = texts.join('')
    return text.startsWith('第一句')
      ? [place(id, 'content', '第一句短'), place(id, 'reading', text)]
      : [place(id, 'content', text)]
  })
  const findingsOf = (observations: readonly Observation[]) =>
    compareUnits(units, [artifact(observations)], {ledgers}).findings.map(({line, ruleId}) => `${line} ${ruleId}`)

  test('is a finding, and what is shown so is none', () => {
    expect(findingsOf(right)).toEqual([])
  })

  test('when a block that fits stands only in the reading text', () => {
    const moved = right.map((one) => (one.text.startsWith('短段') ? {...one, place: 'reading' as const} : one))
    expect(findingsOf(moved)).toEqual(['5 block-is-in-place'])
  })

  test('when a slide has all of what it should have the lead of', () => {
    const whole = right.flatMap((one) =>
      one.text.startsWith('第一句') ? (one.place === 'reading' ? [{...one, place: 'content' as const}] : []) : [one],
    )
    expect(findingsOf(whole)).toEqual(['7 block-is-in-place'])
  })

  test('when its lead is on no slide', () => {
    expect(findingsOf(right.filter(({text}) => text !== '第一句短'))).toEqual(['7 block-is-in-place'])
  })
})
