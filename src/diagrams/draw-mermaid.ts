import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import type {Pages} from '../browser/open-browser.ts'
import {withPage} from '../browser/with-page.ts'
import {limits} from '../diagnostics/limits.ts'
import {withinSeconds} from '../engines/within-seconds.ts'
import {isAscii, replaceEntities} from '../model/mermaid-entities.ts'
import {linkedFontFaces} from '../theme/font-faces.ts'
import type {SubsetFace} from '../theme/subset-fonts.ts'
import {tookTooLong, type Drawing} from './drawing.ts'
import {flattenStyles} from './flatten-styles.ts'
import {diagramPalette as palette} from './palette.ts'

const require = createRequire(import.meta.url)

export interface MermaidOptions {
  readonly browser: Pages
  readonly fonts: readonly SubsetFace[]
  /** That labels are in: a list of families, as in CSS. */
  readonly families: string
}

/** A Mermaid diagram as SVG, drawn in the browser with the theme's fonts; its styles become attributes. */
export async function drawMermaid(source: string, {browser, families, fonts}: MermaidOptions): Promise<Drawing> {
  const faces = linkedFontFaces(fonts)
  const script = await readFile(require.resolve('mermaid/dist/mermaid.min.js'))
  // A text in each face: fonts that nothing uses are not loaded.
  const samples = fonts.map(
    ({characters, family, weight}) =>
      `<span style="font:${weight} 16px '${family}'">${String.fromCodePoint(Math.max(...characters))}</span>`,
  )
  const html = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${faces.css}</style><body>${samples.join('')}<script src="mermaid.js"></script>`
  const files = new Map([...faces.files, ['mermaid.js', new Uint8Array(script)]])
  return withPage(browser, {html, files}, async (page): Promise<Drawing> => {
    const draw = async (): Promise<Drawing> => {
      const error = await page.evaluate(drawInPage, encodeLabels(source), configurationFor(`${families},sans-serif`))
      return error === undefined ? {svg: await page.evaluate(flattenStyles)} : {error}
    }
    const drawing = await withinSeconds(draw(), limits.diagramSeconds.most)
    return drawing ?? tookTooLong
  })
}

/** What the text of a diagram may do in the page: nothing that Mermaid itself does not. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'"

const configurationFor = (fontFamily: string) => ({
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  deterministicIDSeed: 'lectern',
  htmlLabels: false,
  flowchart: {htmlLabels: false},
  class: {htmlLabels: false},
  state: {htmlLabels: false},
  fontFamily,
  // The newer look has shadows and gradients, which print as grey.
  look: 'classic',
  theme: 'base',
  themeVariables: {
    fontFamily,
    fontSize: '16px',
    primaryColor: palette.fill,
    primaryBorderColor: palette.border,
    primaryTextColor: palette.ink,
    lineColor: palette.line,
    textColor: palette.ink,
    edgeLabelBackground: '#ffffff',
    secondaryColor: '#fdeee4',
    secondaryBorderColor: palette.accent,
    tertiaryColor: '#f1f5f9',
    tertiaryBorderColor: palette.line,
    useGradient: false,
    dropShadow: 'none',
    noteBkgColor: palette.note,
    noteTextColor: palette.ink,
  },
})

/**
 * Writes as private characters what Mermaid would show wrongly in labels that are SVG: entities for ASCII characters (`#quot;` becomes `&quot;`,
 * mermaid-js/mermaid#7015) and backticks inside a label (the words between them are lost, #7013). No font and no syntax has them, and
 * Mermaid measures each as one character.
 */
function encodeLabels(source: string): string {
  const encode = (character: string) => String.fromCodePoint(0xe000 + (character.codePointAt(0) ?? 0))
  const encoded = replaceEntities(source, (character) => (isAscii(character) ? encode(character) : undefined))
  // Backticks beside the quotes make a label Markdown.
  return encoded.replaceAll(/(?<=")[^"\n]+(?=")/gu, (label) => label.replaceAll(/(?<=.)`(?=.)/gu, encode))
}

/** Runs in the page: puts the drawing there, with the private characters as what they stand for, or gives the reason why there is none. */
async function drawInPage(source: string, config: unknown): Promise<string | undefined> {
  interface Mermaid {
    initialize: (config: unknown) => void
    render: (id: string, source: string) => Promise<{svg: string}>
  }
  const {mermaid} = window as unknown as {mermaid: Mermaid}
  mermaid.initialize(config)
  try {
    const {svg} = await mermaid.render('lectern-diagram', source)
    document.body.innerHTML = svg
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      node.nodeValue = (node.nodeValue ?? '').replaceAll(/[\uE000-\uE07F]/gu, (one) =>
        String.fromCodePoint((one.codePointAt(0) ?? 0) - 0xe000),
      )
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const hasHtml = document.querySelector('svg foreignObject') !== null
  return hasHtml ? 'this kind of diagram has HTML labels, which e-books and print do not show' : undefined
}
