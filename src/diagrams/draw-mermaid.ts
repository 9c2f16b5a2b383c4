import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {Browser} from 'puppeteer'
import {withPage} from '../browser/with-page.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import type {Drawing} from './draw-diagrams.ts'
import {diagramPalette as palette} from './palette.ts'

const require = createRequire(import.meta.url)

/** Part of what a cached drawing was made from. */
export async function mermaidVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(require.resolve('mermaid/package.json'), 'utf8')) as {version: string}
  return manifest.version
}

export interface MermaidOptions {
  readonly browser: Browser
  readonly fonts: readonly SubsetFace[]
}

/** A Mermaid diagram as SVG, drawn in the browser with the theme's fonts; its styles become attributes. */
export async function drawMermaid(source: string, {browser, fonts}: MermaidOptions): Promise<Drawing> {
  const faces = linkedFontFaces(fonts, 'truetype')
  const script = await readFile(require.resolve('mermaid/dist/mermaid.min.js'))
  // A text in each face: fonts that nothing uses are not loaded.
  const samples = fonts.map(
    ({characters, family, weight}) =>
      `<span style="font:${weight} 16px '${family}'">${String.fromCodePoint(Math.max(...characters))}</span>`,
  )
  const html = `<!doctype html><meta charset="utf-8"><style>${faces.css}</style><body>${samples.join('')}<script src="mermaid.js"></script>`
  const files = new Map([...faces.files, ['mermaid.js', new Uint8Array(script)]])
  return withPage(browser, {html, files}, (page) => page.evaluate(drawInPage, source, configuration))
}

const configuration = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  deterministicIDSeed: 'lectern',
  htmlLabels: false,
  flowchart: {htmlLabels: false},
  class: {htmlLabels: false},
  state: {htmlLabels: false},
  fontFamily: palette.font,
  theme: 'base',
  themeVariables: {
    fontFamily: palette.font,
    fontSize: '16px',
    primaryColor: palette.fill,
    primaryBorderColor: palette.border,
    primaryTextColor: palette.ink,
    lineColor: palette.line,
    textColor: palette.ink,
    noteBkgColor: palette.note,
    noteTextColor: palette.ink,
  },
}

/** Runs in the page. */
async function drawInPage(source: string, config: unknown): Promise<Drawing> {
  interface Mermaid {
    initialize: (config: unknown) => void
    render: (id: string, source: string) => Promise<{svg: string}>
  }
  const {mermaid} = window as unknown as {mermaid: Mermaid}
  mermaid.initialize(config)
  try {
    const {svg} = await mermaid.render('lectern-diagram', source)
    document.body.innerHTML = svg
  } catch (error) {
    return {error: error instanceof Error ? error.message : String(error)}
  }
  const root = document.querySelector('svg')
  if (!root) return {error: 'no drawing'}
  if (root.querySelector('foreignObject'))
    return {error: 'this kind of diagram has HTML labels, which e-books and print do not show'}
  flattenStyles(root)
  const {height, width} = root.viewBox.baseVal
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  return {svg: new XMLSerializer().serializeToString(root)}

  function flattenStyles(svg: SVGSVGElement): void {
    const kept = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'fill-opacity', 'stroke-opacity']
    const ofText = ['font-size', 'font-weight', 'font-family', 'text-anchor', 'dominant-baseline']
    const elements = Array.from(svg.querySelectorAll<SVGElement>('*'))
    const computed = elements.map((element) => {
      const style = getComputedStyle(element)
      const names = ['text', 'tspan'].includes(element.tagName) ? [...kept, ...ofText] : kept
      const values = names.map((name): [string, string] => [name, style.getPropertyValue(name)])
      return {values, isHidden: style.display === 'none' && !element.closest('defs,marker')}
    })
    for (const [index, element] of elements.entries()) {
      const {isHidden = false, values = []} = computed[index] ?? {}
      if (isHidden || ['style', 'script', 'title', 'desc'].includes(element.tagName)) {
        element.remove()
        continue
      }
      element.removeAttribute('style')
      element.removeAttribute('class')
      for (const [name, value] of values) if (value) element.setAttribute(name, value)
    }
    for (const name of ['style', 'class', 'aria-roledescription', 'role']) svg.removeAttribute(name)
  }
}
