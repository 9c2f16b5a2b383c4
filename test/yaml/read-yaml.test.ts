import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {readYaml} from '../../src/yaml/read-yaml.ts'

function read(value: string) {
  const file = new VFile({path: 'course.yml', value})
  const source = readYaml(file)
  const messages = file.messages.map(({column, fatal, line, ruleId}) => `${line}:${column} ${ruleId} ${fatal}`)
  return {value: source?.value, messages}
}

describe('aliases of YAML', () => {
  test('stand for what their anchor has', () => {
    expect(read('a: &x [1]\nb: *x')).toEqual({value: {a: [1], b: [1]}, messages: []})
  })

  const tenfold = (name: string, of: string) => `${name}: &${name} [${Array.from({length: 10}, () => of).join(', ')}]\n`
  const billions = tenfold('a', '1') + tenfold('b', '*a') + tenfold('c', '*b') + tenfold('d', '*c') + tenfold('e', '*d')

  test.each([
    ['that stand for nothing', 'title: *foo', '1:8'],
    ['that are merged and stand for nothing', '<<: *foo', '1:5'],
    ['of what they stand in', 'a: &x\n  b: *x', '2:6'],
    ['of aliases of aliases', billions, '5:44'],
    ['without number', `a: &x 1\nb:\n${'- *x\n'.repeat(20_000)}`, '1003:3'],
  ])('%s are reported', (_name, text, place) => {
    expect(read(text)).toEqual({value: undefined, messages: [`${place} front-matter-is-valid true`]})
  })
})
