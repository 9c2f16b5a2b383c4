import path from 'node:path/posix'
import type {Element, Properties} from 'hast'
import type {Html, PhrasingContent} from 'mdast'
import type {VFile} from 'vfile'
import {reportProblem} from '../../diagnostics/report-problem.ts'

/** Elements that play or embed something, which no output can: they are shown by their title and address. */
const media: ReadonlySet<string> = new Set(['audio', 'embed', 'iframe', 'object', 'source', 'video'])

export const isMedia = ({properties, tagName}: Element): boolean =>
  media.has(tagName) && addressOf(properties) !== undefined

/** The poster of a video, if it has one, and a line with its title and address. */
export function mediaOfHtml({properties, tagName}: Element, node: Html, file: VFile): PhrasingContent[] {
  const address = addressOf(properties) ?? ''
  const title = titleOf(properties, address)
  reportProblem(file, {
    ruleId: 'html-is-safe',
    reason: `<${tagName}> 只显示标题和地址：\`${address}\` / Unexpected <${tagName}>: its title and address are shown`,
    hint: '给出链接，或放一张截图 / link to it, or show a picture of it',
    place: node,
    cause: `media ${tagName}`,
  })
  const place = node.position ? {position: node.position} : {}
  const poster = properties['poster']?.toString()
  const isLink = /^https?:/iu.test(address)
  const shown: PhrasingContent = isLink
    ? {type: 'link', url: address, children: [{type: 'text', value: title}], ...place}
    : {type: 'inlineCode', value: address, ...place}
  return [
    ...(poster ? [pictureOf(poster, title), {type: 'break'} as const] : []),
    {type: 'text', value: isLink || title === path.basename(address) ? '▶ ' : `▶ ${title} `, ...place},
    shown,
  ]
}

function titleOf(properties: Properties, address: string): string {
  const given = (properties['title'] ?? properties['ariaLabel'] ?? '').trim()
  return given || path.basename(address.split(/[?#]/u)[0] ?? '') || address
}

const pictureOf = (url: string, alt: string): PhrasingContent => ({
  type: 'image',
  url,
  alt: '',
  data: {attributes: {id: '', classes: [], values: {alt}}},
})

function addressOf({data, src}: Properties): string | undefined {
  const address = src ?? data
  return typeof address === 'string' && address !== '' ? address : undefined
}
