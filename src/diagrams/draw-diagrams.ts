import {hash} from 'node:crypto'
import type {Pages} from '../browser/open-browser.ts'
import type {Cache} from '../cache/open-cache.ts'
import type {Diagram} from '../model/block.ts'
import type {Resource} from '../model/course.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import {drawGraphviz} from './draw-graphviz.ts'
import {drawMermaid} from './draw-mermaid.ts'
import type {Drawing} from './drawing.ts'
import {diagramPalette} from './palette.ts'
import {versionOf} from './version-of.ts'

export interface DrawOptions {
  readonly browser: Pages
  readonly cache: Cache
  /** Fonts of the theme: labels are measured in them. */
  readonly fonts: readonly SubsetFace[]
}

/** To be raised when something else is made of a drawing: what was drawn before is forgotten then. */
const revision = '3'

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
  const tools = await toolsOf(options.fonts)
  for (const [key, diagram] of diagrams) {
    // In turn: Mermaid has one page, Graphviz one memory.
    // oxlint-disable-next-line no-await-in-loop
    const drawing = await drawOnce(diagram, tools[diagram.language], options)
    if ('error' in drawing) errors.set(key, drawing.error)
    else resources.set(key, {path: key, mediaType: 'image/svg+xml', contents: new TextEncoder().encode(drawing.svg)})
  }
  return {resources, errors}
}

/** What a drawing depends on beside its text: Graphviz knows no fonts and measures by names. */
async function toolsOf(fonts: readonly SubsetFace[]): Promise<Readonly<Record<Diagram['language'], string>>> {
  const faces = fonts.map(({contents, family, style, weight}) => [family, weight, style, hash('sha256', contents)])
  return {
    mermaid: `mermaid ${await versionOf('mermaid')} ${hash('sha256', JSON.stringify(faces))}`,
    graphviz: `graphviz ${await versionOf('@hpcc-js/wasm-graphviz')}`,
  }
}

async function drawOnce(diagram: Diagram, tool: string, {browser, cache, fonts}: DrawOptions): Promise<Drawing> {
  const draw = () =>
    diagram.language === 'mermaid' ? drawMermaid(diagram.source, {browser, fonts}) : drawGraphviz(diagram.source)
  const key = ['diagram', revision, tool, JSON.stringify(diagramPalette), diagram.source]
  let failed: Drawing | undefined
  const bytes = await cache
    .bytes(key.join('\n'), async () => {
      const drawing = await draw()
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
