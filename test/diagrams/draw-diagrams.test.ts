import {expect, test} from 'vitest'
import type {Pages} from '../../src/browser/open-browser.ts'
import {drawDiagrams} from '../../src/diagrams/draw-diagrams.ts'
import type {Diagram} from '../../src/model/block.ts'
import type {SubsetFace} from '../../src/theme/subset-fonts.ts'

/** What a drawing is cached by: the cache has everything, so that nothing is drawn. */
async function keyOf(language: Diagram['language'], font: string): Promise<string> {
  const keys: string[] = []
  const cache = {
    bytes(key: string) {
      keys.push(key)
      return Promise.resolve(new Uint8Array())
    },
  }
  const contents = new TextEncoder().encode(font)
  const face: SubsetFace = {family: 'Lectern Sans', weight: 400, style: 'normal', contents, characters: new Set()}
  const options = {browser: undefined as unknown as Pages, cache, fonts: [face]}
  await drawDiagrams(new Map([['a', {language, source: 'graph {}'}]]), options)
  return keys.join()
}

test('a diagram of Mermaid is drawn anew when the fonts are others', async () => {
  expect(await keyOf('mermaid', 'one')).toBe(await keyOf('mermaid', 'one'))
  expect(await keyOf('mermaid', 'one')).not.toBe(await keyOf('mermaid', 'other'))
})

test('each tool stands in the key with its own version, and Graphviz without fonts', async () => {
  const key = await keyOf('graphviz', 'one')
  expect(key).toMatch(/graphviz \d+\.\d+\.\d+/u)
  expect(key).not.toContain('mermaid')
  expect(key).toBe(await keyOf('graphviz', 'other'))
  expect(await keyOf('mermaid', 'one')).toMatch(/mermaid \d+\.\d+\.\d+/u)
})
