import {reportProblem} from '../../diagnostics/report-problem.ts'
import type {Block} from '../../model/block.ts'
import type {FigureNode} from '../../model/mdast.ts'
import {blockBase} from '../block-base.ts'
import {checkAttributes} from '../check-attributes.ts'
import {nameOfImage} from '../name-of-image.ts'
import {numberBlock} from '../number-block.ts'
import {readWidth} from '../read-width.ts'
import {isMissing, resolveImage} from '../resolve-image.ts'
import type {Scope} from '../scope.ts'

/** A figure; numbered when it has a caption or an id. One whose file is missing stands as its caption and a message. */
export function buildFigure(node: FigureNode, scope: Scope): Block[] {
  const base = blockBase(node, scope)
  const attributes = node.data?.attributes
  const isNumbered = node.children.length > 0 || Boolean(attributes?.id)
  const label = isNumbered ? {label: numberBlock('figure', base.id, scope.chapter)} : {}
  checkAttributes(node, {of: ['图片', 'an image'], names: ['alt', 'width']}, scope)
  const isFrame = isMissing(node.url, node, scope.chapter)
  // Of one that is not there it is enough to say that.
  if (!node.alt && !isFrame) reportNoWords(node, scope)
  const alt = node.alt || nameOfImage(node.url)
  const resource = resolveImage(node.url, node, scope.chapter)
  if (resource === undefined) {
    return [
      {
        type: 'prose',
        ...base,
        children: node.children.length > 0 ? node.children : [{type: 'text', value: alt}],
      },
    ]
  }
  // The words of a frame are as large as those of other drawings, whatever the picture was.
  const width = isFrame ? '' : readWidth(attributes?.values['width'], node, scope)
  return [{type: 'figure', ...base, resource, alt, caption: node.children, width, ...label}]
}

function reportNoWords(node: FigureNode, {chapter}: Scope): void {
  const reason = `图片 \`${node.url}\` 没有替代文字 / Unexpected image without alternative text`
  const hint = '写 alt="图里有什么" / write alt="what the image shows"'
  reportProblem(chapter.file, {ruleId: 'alt-text-exists', reason, hint, place: node})
}
