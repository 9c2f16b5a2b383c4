import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {conditions} from '../../../src/coverage/pdf/accessibility/conditions.ts'
import {pdfUaPage} from '../../support/pdf-ua-page.ts'

/** How many conditions each checkpoint of the Matterhorn Protocol 1.1 has, from the first to the 31st. */
const counts = [7, 4, 3, 1, 3, 4, 2, 2, 8, 1, 7, 1, 8, 7, 5, 3, 3, 2, 4, 3, 1, 1, 1, 1, 1, 2, 1, 18, 1, 2, 30]

/** Those of them that by the protocol a person must judge, and two that have no test. */
const human = `
  01-001 01-002 01-006 02-002 03-001 03-002 03-003 04-001 05-001 05-002 05-003 06-004 08-001 08-002
  09-001 09-002 09-003 11-007 12-001 13-001 13-002 13-003 13-005 13-006 13-007 13-008 14-001 14-004
  14-005 15-001 15-002 15-004 15-005 16-001 16-002 16-003 17-001 18-001 18-002 19-001 19-002 22-001
  24-001 28-001 28-003 28-013 29-001 31-010`
  .trim()
  .split(/\s+/u)
const withoutTest = ['23-001', '27-001']

const pad = (number: number, width: number) => String(number).padStart(width, '0')
const protocol = counts.flatMap((count, checkpoint) =>
  Array.from({length: count}, (_value, index) => `${pad(checkpoint + 1, 2)}-${pad(index + 1, 3)}`),
)

describe('the registry', () => {
  test('has every condition of the protocol once and in its order, then our own', () => {
    const ids = conditions.map(({id}) => id)
    expect(protocol.length).toBe(137)
    expect(ids.slice(0, protocol.length)).toEqual(protocol)
    expect(ids.slice(protocol.length).filter((id) => !/^x-[a-z\d-]+$/u.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('leaves none that a program can tell, but three that are guarded', () => {
    const left = conditions.filter(({kind}) => kind !== 'checked').map(({id}) => id)
    const more = left.filter((id) => !human.includes(id) && !withoutTest.includes(id))
    expect(more).toEqual(['31-012', '31-013', '31-022'])
    expect(human.length + withoutTest.length + 87).toBe(protocol.length)
  })

  test('says what fails in two languages, or why it is left', () => {
    for (const condition of conditions) {
      expect(condition.clause).toMatch(/^\d+(?:\.\d+)*$/u)
      expect(condition.english).toMatch(/^[A-Z(].*[^.]$/u)
      if (condition.kind === 'checked') expect(condition.chinese).toMatch(/^(?!.* \/ ).*\p{Script=Han}/u)
      else expect(condition.why.length).toBeGreaterThan(10)
    }
  })
})

test('docs/pdf-ua.md is what the registry says: npm run docs', () => {
  expect(readFileSync('docs/pdf-ua.md', 'utf8')).toBe(pdfUaPage())
})
