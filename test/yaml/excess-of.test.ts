import {expect, test} from 'vitest'
import {VFile} from 'vfile'
import {readYaml} from '../../src/yaml/read-yaml.ts'

test.each([
  ['lists in brackets', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['brackets that are never closed', `a: ${'['.repeat(100_000)}`],
  ['maps in braces', `${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['lists in a line', `${'- '.repeat(10_000)}a`],
  ['keys in a line', `${'? '.repeat(10_000)}a`],
  ['maps by their indent', Array.from({length: 500}, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
  ['much text', `a: ${'x'.repeat(1_000_001)}`],
])('%s are one message', (_name, text) => {
  const file = new VFile({path: 'course.yml', value: text})
  expect(readYaml(file)).toBeUndefined()
  expect(file.messages.map(({ruleId}) => ruleId)).toEqual(['front-matter-is-valid'])
  expect(file.messages[0]?.line).toBeGreaterThan(0)
})

test('what courses have is read', () => {
  const text = `a:\n${'  - {b: [c, [d]]}\n'.repeat(1000)}e: "${'['.repeat(90)}"\n`
  const file = new VFile({path: 'course.yml', value: text})
  expect(readYaml(file)?.value).toMatchObject({e: '['.repeat(90)})
  expect(file.messages).toEqual([])
})
