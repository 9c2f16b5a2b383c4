import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import puppeteer, {type Browser} from 'puppeteer'
import {fromHtml} from 'hast-util-from-html'
import {toString} from 'hast-util-to-string'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {withPage} from '../../src/browser/with-page.ts'
import {openCache} from '../../src/cache/open-cache.ts'
import {drawDiagrams, type DrawOptions} from '../../src/diagrams/draw-diagrams.ts'
import type {Diagram} from '../../src/model/block.ts'
import {linkedFontFaces} from '../../src/theme/font-faces.ts'
import {loadTheme} from '../../src/theme/load-theme.ts'
import {subsetFonts} from '../../src/theme/subset-fonts.ts'
import {resolveToken} from '../../src/theme/tokens.ts'

const sources: Readonly<Record<string, Diagram>> = {
  flowchart: {
    language: 'mermaid',
    source: 'flowchart LR\n  A[训练数据] --> B{清洗够了吗？}\n  B -->|够了| C[预训练 pre-training]\n  B -- 不够 --> A',
  },
  sequence: {
    language: 'mermaid',
    source: 'sequenceDiagram\n  participant U as 用户\n  U->>模型: 提问\n  Note over U: 每一轮都带上文',
  },
  states: {
    language: 'mermaid',
    source: 'stateDiagram-v2\n  [*] --> 预训练\n  预训练 --> 微调: 指令数据\n  微调 --> [*]',
  },
  graph: {
    language: 'graphviz',
    source: 'digraph { rankdir=LR; a [label="预训练模型"]; b [label="instruction tuning"]; a -> b [label="微调"] }',
  },
}

let browser: Browser
let folder = ''
let options: DrawOptions

beforeAll(async () => {
  browser = await puppeteer.connect({browserWSEndpoint: inject('browser')})
  folder = await mkdtemp(path.join(tmpdir(), 'lectern-diagrams-'))
  const cache = openCache(folder)
  const {faces, tokens} = await loadTheme({name: 'lectern', own: []})
  const text = Object.values(sources)
    .map(({source}) => source)
    .join('')
  const characters = new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))
  const fonts = await subsetFonts(faces, characters, {cache, format: 'truetype'})
  options = {browser, cache, families: resolveToken('sans', tokens.everywhere), fonts: fonts.faces}
})

afterAll(async () => {
  await browser.disconnect()
  await rm(folder, {recursive: true, force: true})
})

async function draw(diagram: Diagram): Promise<string> {
  const {errors, resources} = await drawDiagrams(new Map([['a', diagram]]), options)
  const contents = resources.get('a')?.contents
  return contents ? new TextDecoder().decode(contents) : `error: ${errors.get('a')}`
}

/** Runs in the page: texts that stand neither inside a shape of their group nor on the drawing's ground. */
function textsOutside(): string[] {
  const svg = document.querySelector('svg')
  const frame = svg?.getBoundingClientRect()
  return Array.from(document.querySelectorAll('text')).flatMap((text) => {
    const box = text.getBoundingClientRect()
    const shapes = Array.from(text.closest('g')?.querySelectorAll('path,polygon,rect,circle') ?? [], (shape) =>
      shape.getBoundingClientRect(),
    )
    const widest = shapes.toSorted((a, b) => b.width - a.width)[0]
    const isNode = text.closest('g')?.querySelector('path[fill="#e6f0f8"]') !== null
    const outer = isNode && widest ? widest : frame
    const fits = outer && box.left >= outer.left - 1 && box.right <= outer.right + 1
    return fits ? [] : [text.textContent ?? '']
  })
}

describe('diagrams', () => {
  test.each(Object.keys(sources))('%s: text stays text, inside its shape, and styles are attributes', async (name) => {
    const svg = await draw(sources[name] as Diagram)
    expect(svg).toMatch(/^<svg /u)
    expect(svg).toMatch(/<text[\s\S]*微调|<text[\s\S]*用户|<text[\s\S]*训练数据/u)
    expect(svg).not.toMatch(/<style|foreignObject|<script| class=| style=/u)
    const {css, files} = linkedFontFaces(options.fonts)
    const html = `<!doctype html><meta charset="utf-8"><style>${css}</style>${svg}`
    const outside = await withPage(browser, {html, files}, (page) => page.evaluate(textsOutside))
    expect(outside).toEqual([])
  })

  test('labels have the characters that entities name, and what is between backticks', async () => {
    const labels = ['#quot;引#quot; #lt;尖#gt; #35; #amp;', 'the `star`!', '`**粗** 与 *斜*`']
    const nodes = labels.map((label, index) => `  n${index}["${label}"]`)
    const source = ['graph TD', ...nodes, '  style n0 fill:#bae1FF;'].join('\n')
    const svg = fromHtml(await draw({language: 'mermaid', source}), {fragment: true})
    const shown = toString(svg).replaceAll(/\s/gu, '')
    for (const text of ['"引"<尖>#&', 'the`star`!', '粗与斜']) expect(shown).toContain(text)
  })

  test('the same text gives the same bytes, drawn again or from the cache', async () => {
    const diagram = sources['flowchart'] as Diagram
    const first = await draw(diagram)
    expect(await draw(diagram)).toBe(first)
    const fresh = {...options, cache: openCache(path.join(folder, 'other'))}
    const {resources} = await drawDiagrams(new Map([['a', diagram]]), fresh)
    expect(new TextDecoder().decode(resources.get('a')?.contents)).toBe(first)
  })

  test('what cannot be drawn is an error with the tool’s own message, and the next one is drawn', async () => {
    expect(await draw({language: 'mermaid', source: 'flowchart LR\n  A -->'})).toMatch(/^error: Parse error on line/u)
    expect(await draw({language: 'mermaid', source: 'nonsense'})).toMatch(/^error: No diagram type detected/u)
    expect(await draw({language: 'graphviz', source: 'digraph { a -> '})).toMatch(/^error: syntax error in line 1/u)
    expect(await draw({language: 'graphviz', source: 'graph { a -- b }'})).toMatch(/^<svg /u)
  })
})
