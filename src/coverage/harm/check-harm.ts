import type {Root as HtmlRoot} from 'hast'
import {toString} from 'hast-util-to-string'
import {find, html, svg} from 'property-information'
import {visit} from 'unist-util-visit'
import type {Element as XmlElement, Root as XmlRoot} from 'xast'
import {fromXml} from 'xast-util-from-xml'
import {append} from '../../model/append.ts'
import type {ArtifactProblem} from '../../model/coverage.ts'
import {cssHarm} from './css-harm.ts'
import {markupHarm, type Markup} from './markup-harm.ts'

type Files = ReadonlySet<string>

/** What of an HTML page runs, or leads to what would; `files` are those that it may name, as it names them. */
export function checkPageHarm(name: string, tree: HtmlRoot, files: Files): ArtifactProblem[] {
  const found: string[] = []
  visit(tree, 'element', (element) => {
    const {properties, tagName} = element
    // As the file has them: the parser names them in its own way.
    const attributes = Object.entries(properties).map(([property, value]): [string, string] => {
      const text = Array.isArray(value) ? value.join(' ') : String(value)
      const known = find(html, property).attribute
      return [known === property.toLowerCase() ? find(svg, property).attribute : known, text]
    })
    const text = tagName === 'style' ? toString(element) : ''
    append(found, markupHarm({name: tagName, attributes, text}, hasFile(name, files)))
  })
  return problems(name, found)
}

/** The same of XHTML, a drawing, a package document or an NCX; one that is no XML is harmful by that. */
export function checkXmlHarm(name: string, source: string, files: Files): ArtifactProblem[] {
  try {
    return problems(name, harmInXml(fromXml(source), hasFile(name, files)))
  } catch (error) {
    return problems(name, [error instanceof Error ? error.message : String(error)])
  }
}

function harmInXml(tree: XmlRoot, has: (name: string) => boolean): string[] {
  const found: string[] = []
  visit(tree, (node) => {
    if (node.type === 'instruction' && node.name !== 'xml') found.push(`<?${node.name}?>`)
    if (node.type !== 'element') return
    if (/^(?:.*:)?script$/iu.test(node.name)) found.push(`<${node.name}>`)
    append(found, markupHarm(markupOf(node), has))
  })
  return found
}

const markupOf = ({attributes, children, name}: XmlElement): Markup => ({
  name,
  attributes: Object.entries(attributes).map(([attribute, value]): [string, string] => [attribute, value ?? '']),
  text: children.map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : '')).join(''),
})

export function checkSheetHarm(name: string, source: string, files: Files): ArtifactProblem[] {
  return problems(name, cssHarm(source, hasFile(name, files)))
}

/** Files of the output by the names that one of them has for the others. */
function hasFile(name: string, files: Files): (wanted: string) => boolean {
  return (wanted) => {
    const {pathname, protocol} = new URL(wanted, `lectern:///${name}`)
    return protocol === 'lectern:' && files.has(decodeURIComponent(pathname.slice(1)))
  }
}

const problems = (name: string, found: readonly string[]): ArtifactProblem[] =>
  [...new Set(found)].map((what) => ({
    ruleId: 'nothing-runs',
    reason: `${name} 里有会运行或指向别处的东西 / ${name} has something that would run or reach out: ${what}`,
  }))
