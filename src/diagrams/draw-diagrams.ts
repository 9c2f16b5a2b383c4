import {hash} from 'node:crypto'
import type {Pages} from '../browser/open-browser.ts'
import type {Cache} from '../cache/open-cache.ts'
import {limits} from '../diagnostics/limits.ts'
import {engineModule, startEngine, type Engine} from '../engines/start-engine.ts'
import type {Diagram} from '../model/block.ts'
import type {Resource} from '../model/course.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import {drawMermaid} from './draw-mermaid.ts'
import {tookTooLong, type Drawing} from './drawing.ts'
import type {open} from './graphviz-engine.ts'
import {diagramPalette} from './palette.ts'
import {versionOf} from './version-of.ts'

export interface DrawOptions {
  readonly browser: Pages
  readonly cache: Cache
  /** Fonts of the theme: labels are measured in them. */
  readonly fonts: readonly SubsetFace[]
  /** That labels are in: a list of families, as in CSS. */
  readonly families: string
  readonly signal?: AbortSignal
}

/** To be raised when something else is made of a drawing: what was drawn before is forgotten then. */
const revision = '4'

/** What was drawn, by the key of its figure's resource, and what could not be, with the tool's own message. */
export interface DrawnDiagrams {
  readonly resources: ReadonlyMap<string, Resource>
  readonly errors: ReadonlyMap<string, string>
}

/**
 * Draws each distinct diagram once, from its text to SVG with text as text. What was drawn by an earlier build from the
 * same text, tool and fonts is taken from the cache.
 */
export async function drawDiagrams(
  diagrams: ReadonlyMap<string, Diagram>,
  options: DrawOptions,
): Promise<DrawnDiagrams> {
  const resources = new Map<string, Resource>()
  const errors = new Map<string, string>()
  const tools = await toolsOf(options)
  await using graphviz = startEngine<typeof open>({
    module: engineModule('graphviz-engine', import.meta.url),
    settings: undefined,
    seconds: limits.diagramSeconds.most,
    signal: options.signal,
  })
  for (const [key, diagram] of diagrams) {
    // In turn: Mermaid has one page, Graphviz one memory.
    // oxlint-disable-next-line no-await-in-loop
    const drawing = await drawOnce(diagram, {...options, graphviz, tool: tools[diagram.language]})
    if ('error' in drawing) errors.set(key, drawing.error)
    else resources.set(key, {path: key, mediaType: 'image/svg+xml', contents: new TextEncoder().encode(drawing.svg)})
  }
  return {resources, errors}
}

/** What a drawing depends on beside its text: Graphviz knows no fonts and measures by names. */
async function toolsOf({families, fonts}: DrawOptions): Promise<Readonly<Record<Diagram['language'], string>>> {
  const faces = fonts.map(({contents, family, style, weight}) => [family, weight, style, hash('sha256', contents)])
  return {
    mermaid: `mermaid ${await versionOf('mermaid')} ${hash('sha256', JSON.stringify([families, faces]))}`,
    graphviz: `graphviz ${await versionOf('@hpcc-js/wasm-graphviz')}`,
  }
}

interface Tools extends DrawOptions {
  readonly graphviz: Engine<typeof open>
  /** Name and version of what draws this diagram. */
  readonly tool: string
}

async function draw(diagram: Diagram, {browser, families, fonts, graphviz}: Tools): Promise<Drawing> {
  const {most} = limits.diagramCharacters
  if (diagram.source.length > most)
    return {
      error: `它有 ${diagram.source.length} 个字符 / it has ${diagram.source.length} characters, expected at most ${most}`,
    }
  if (diagram.language === 'mermaid') return drawMermaid(diagram.source, {browser, fonts, families})
  const outcome = await graphviz.run(diagram.source)
  switch (outcome.type) {
    case 'done':
      return outcome.value
    case 'failed':
      return {error: outcome.reason}
    case 'stopped':
      return tookTooLong
    default:
      return outcome satisfies never
  }
}

async function drawOnce(diagram: Diagram, tools: Tools): Promise<Drawing> {
  const {cache, tool} = tools
  const key = ['diagram', revision, tool, JSON.stringify(diagramPalette), diagram.source]
  let failed: Drawing | undefined
  const bytes = await cache
    .bytes(key.join('\n'), async () => {
      const drawing = await draw(diagram, tools)
      if ('svg' in drawing) return new TextEncoder().encode(drawing.svg)
      failed = drawing
      throw new DiagramError(drawing.error)
    })
    .catch((error: unknown) => {
      if (error instanceof DiagramError) return undefined
      throw error
    })
  return bytes ? {svg: new TextDecoder().decode(bytes)} : (failed ?? {error: ''})
}

/** Keeps what could not be drawn out of the cache. */
class DiagramError extends Error {}
