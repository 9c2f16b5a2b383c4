import {expect, test} from 'vitest'
import type {Pages} from '../../src/browser/open-browser.ts'
import {drawDiagrams} from '../../src/diagrams/draw-diagrams.ts'
import type {Diagram} from '../../src/model/block.ts'
import type {SubsetFace} from '../../src/theme/subset-fonts.ts'

/** What a drawing is cached by: the cache has everything, so that nothing is drawn. */
async function keyOf(language: Diagram['language'], font: string, family = 'Lectern Sans'): Promise<string> {
  const keys: string[] = []
  const cache = {
    bytes(key: string) {
      keys.push(key)
      return Promise.resolve(new Uint8Array())
    },
  }
  const contents = new TextEncoder().encode(font)
  const characters = new Set<number>()
  const face: SubsetFace = {family, weight: 400, style: 'normal', format: 'truetype', contents, characters}
  const options = {browser: undefined as unknown as Pages, cache, families: family, fonts: [face]}
  await drawDiagrams(new Map([['a', {language, source: 'graph {}'}]]), options)
  return keys.join()
}

test('a diagram of Mermaid is drawn anew when the fonts are others', async () => {
  expect(await keyOf('mermaid', 'one')).toBe(await keyOf('mermaid', 'one'))
  expect(await keyOf('mermaid', 'one')).not.toBe(await keyOf('mermaid', 'other'))
  expect(await keyOf('mermaid', 'one')).not.toBe(await keyOf('mermaid', 'one', 'Other'))
})

test('each tool stands in the key with its own version, and Graphviz without fonts', async () => {
  const key = await keyOf('graphviz', 'one')
  expect(key).toMatch(/graphviz \d+\.\d+\.\d+/u)
  expect(key).not.toContain('mermaid')
  expect(key).toBe(await keyOf('graphviz', 'other'))
  expect(await keyOf('mermaid', 'one')).toMatch(/mermaid \d+\.\d+\.\d+/u)
})

const nothingKnown = {bytes: (_key: string, make: () => Promise<Uint8Array>) => make()}
const withoutBrowser = {browser: undefined as unknown as Pages, cache: nothingKnown, families: '', fonts: []}

/** Each node to fifteen others: Graphviz would take minutes. */
const dense = `digraph {${Array.from({length: 200}, (_, from) =>
  Array.from({length: 15}, (_unused, to) => `n${from}->n${(from * 7 + to * 13) % 200};`).join(''),
).join('')}}`

test('a diagram that takes for ever ends with the signal', async () => {
  const interrupt = new AbortController()
  const diagrams = new Map([['a', {language: 'graphviz' as const, source: dense}]])
  const work = drawDiagrams(diagrams, {...withoutBrowser, signal: interrupt.signal})
  setImmediate(() => {
    interrupt.abort(new Error('Interrupted'))
  })
  await expect(work).rejects.toThrow('Interrupted')
})

test.each(['graphviz', 'mermaid'] as const)(
  'of %s a text that is too long is not drawn, and the next one is',
  async (language) => {
    const diagrams = new Map<string, Diagram>([
      ['long', {language, source: `graph {}${' '.repeat(50_000)}`}],
      ['short', {language: 'graphviz', source: 'digraph {a->b}'}],
    ])
    const {errors, resources} = await drawDiagrams(diagrams, withoutBrowser)
    expect([...errors.keys()]).toEqual(['long'])
    expect(errors.get('long')).toContain('50000')
    expect([...resources.keys()]).toEqual(['short'])
  },
)
