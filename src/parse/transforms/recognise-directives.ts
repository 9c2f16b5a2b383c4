import type {Root} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import {calloutKinds} from '../../model/block.ts'
import type {Container} from '../../model/mdast.ts'
import {identifierOf} from '../attributes.ts'
import {directives, findDirective} from '../directives.ts'
import {takeHeadingAsTitle} from './recognise-foreign-blocks.ts'

/**
 * Brings directives to their canonical spelling and checks name and attributes.
 * Unknown ones are errors that keep their content.
 */
export function recogniseDirectives(tree: Root, file: VFile): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'containerDirective') recogniseContainer(node, file)
    if (node.type === 'leafDirective') {
      reportUnknown(file, node, '::')
      if (parent && index !== undefined) {
        parent.children[index] = {type: 'paragraph', children: node.children}
      }
    }
  })
}

/** What has a title and no headings of its own. */
const titled: ReadonlySet<string> = new Set([
  ...calloutKinds,
  'definition',
  'details',
  'exercise',
  'example',
  'lemma',
  'proof',
  'remark',
  'theorem',
])

function recogniseContainer(node: Container, file: VFile): void {
  const found = findDirective(node.name)
  if (!found) {
    reportUnknown(file, node, ':::')
    return
  }
  node.name = found.name
  if (titled.has(found.name) && !node.attributes?.['title']) takeHeadingAsTitle(node)
  node.attributes = {...node.attributes, ...found.attributes}
  // Names with colons, as other ids have them.
  for (const key of ['id', 'for']) {
    const name = node.attributes[key]
    if (name) node.attributes[key] = identifierOf(name)
  }
  for (const key of Object.keys(node.attributes)) {
    if (['id', 'class', ...directives[found.name]].includes(key)) continue
    reportProblem(file, {
      ruleId: 'attribute-is-known',
      reason: `\`:::${node.name}\` 没有属性 \`${key}\` / Unexpected attribute \`${key}\``,
      place: node,
      hint: hintNearest(key, ['id', ...directives[found.name]]),
    })
  }
}

function reportUnknown(file: VFile, node: Container | LeafDirective, fence: string): void {
  const shown = `${fence}${node.name}`
  reportProblem(file, {
    ruleId: 'directive-is-known',
    reason: `未知的指令 \`${shown}\` / Unexpected directive \`${shown}\``,
    place: node,
    hint: hintNearest(node.name, [...Object.keys(directives), 'include']),
  })
}
