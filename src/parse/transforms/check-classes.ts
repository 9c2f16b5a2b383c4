import type {Nodes, Root} from 'mdast'
import type {VFile} from 'vfile'
import {visit} from 'unist-util-visit'
import {hintNearest} from '../../diagnostics/nearest-name.ts'
import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {InlineRole} from '../../model/mdast.ts'

interface Classes {
  /** What has them, in Chinese and English. */
  readonly of: readonly [chinese: string, english: string]
  readonly names: readonly string[]
}

/** Classes that something comes of, or that ask for what every output does anyway, by the type of their node. */
const known: Readonly<Partial<Record<Nodes['type'], Classes>>> = {
  heading: {
    of: ['标题', 'a heading'],
    names: ['unnumbered', 'unlisted', 'smaller', 'scrollable', 'center', 'nonincremental', 'incremental', 'nostretch'],
  },
  inlineRole: {
    of: ['文字', 'a span'],
    names: [
      'mark',
      'unresolved',
      'smallcaps',
      'underline',
      'ul',
      'fragment',
      'kbd',
      'nocase',
      'math',
      'smaller',
      'highlight',
    ],
  },
  figure: {of: ['图片', 'an image'], names: ['center', 'r-stretch', 'nostretch']},
  image: {of: ['图片', 'an image'], names: ['center', 'r-stretch', 'nostretch']},
  table: {of: ['表', 'a table'], names: ['unnumbered']},
  math: {of: ['公式', 'an equation'], names: ['unnumbered']},
}

/**
 * Reports classes that nothing comes of, as attributes that are not known are, and all ids but the last. Those of code and
 * links are the languages, switches and looks of many tools, and change no content.
 */
export function checkClasses(tree: Root, file: VFile): void {
  visit(tree, (node) => {
    for (const id of node.data?.attributes?.otherIds ?? []) reportId(id, node, file)
    const classes = known[node.type]
    if (classes) checkNode(node, classes, file)
    if (node.type !== 'inlineRole') return
    reportKeys(node, file)
    readClasses(node)
  })
}

function checkNode(node: Nodes, {names, of: [chinese, english]}: Classes, file: VFile): void {
  for (const name of node.data?.attributes?.classes ?? []) {
    // Whoever opens a chapter looks for it in the contents.
    const isOfChapter = node.type === 'heading' && node.depth === 1 && name === 'unlisted'
    if (names.includes(name) && !isOfChapter) continue
    reportProblem(file, {
      ruleId: 'attribute-is-known',
      reason: `${chinese}没有类 \`.${name}\` / Unexpected class \`.${name}\` of ${english}`,
      place: node,
      hint: hintNearest(name, names),
      cause: `class ${name} of ${english}`,
    })
  }
}

/** Of a span only its language means something in every output. */
function reportKeys(node: InlineRole, file: VFile): void {
  for (const key of Object.keys(node.data?.attributes?.values ?? {})) {
    if (key === 'lang') continue
    reportProblem(file, {
      ruleId: 'attribute-is-known',
      reason: `文字没有属性 \`${key}\` / Unexpected attribute \`${key}\` of a span`,
      place: node,
      hint: hintNearest(key, ['lang']),
      cause: `attribute ${key} of a span`,
    })
  }
}

function reportId(id: string, node: Nodes, file: VFile): void {
  reportProblem(file, {
    ruleId: 'attribute-is-known',
    reason: `不止一个标识符，\`#${id}\` 不算 / Unexpected second identifier: \`#${id}\` does not count, the last one does`,
    place: node,
    hint: '只留一个 / keep one',
    cause: 'several ids',
  })
}

const elements: ReadonlyMap<string, InlineRole['role']> = new Map([
  ['kbd', 'kbd'],
  ['ul', 'u'],
  ['underline', 'u'],
])

/** Pandoc's `[…]{.underline}` is an element of its own. */
function readClasses(node: InlineRole): void {
  const {attributes} = node.data ?? {}
  const name = attributes?.classes.find((one) => elements.has(one))
  const role = elements.get(name ?? '')
  if (node.role !== 'span' || !attributes || !role) return
  node.role = role
  node.data = {...node.data, attributes: {...attributes, classes: attributes.classes.filter((one) => one !== name)}}
}
