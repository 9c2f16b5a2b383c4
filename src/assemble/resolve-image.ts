import type {Nodes} from 'mdast'
import {describeFetchFailure, describeUnfetched} from '../diagnostics/describe-fetch-failure.ts'
import {describeRefusal} from '../diagnostics/describe-refusal.ts'
import {hintNearest} from '../diagnostics/nearest-name.ts'
import {pathAt} from '../diagnostics/file-at.ts'
import {reportProblem, type Problem} from '../diagnostics/report-problem.ts'
import {imageKey, isRemote} from '../model/course-path.ts'
import type {RemoteFailure, ResourceFailure} from '../model/course.ts'
import {webAddress} from '../model/web-address.ts'
import type {ChapterScope} from './scope.ts'

type ImageScope = Pick<ChapterScope, 'file' | 'resources' | 'failures'>

/**
 * Key of the resource; one that cannot be shown as it should be is reported. `undefined` where there is nothing to show, not even in
 * its place.
 */
export function resolveImage(url: string, node: Nodes, scope: ImageScope): string | undefined {
  const key = imageKey(url, pathAt(scope.file, node.position))
  const isThere = scope.resources.has(key)
  if (!isThere || scope.failures.has(key)) reportProblem(scope.file, {...failureOf(key, scope), place: node})
  return isThere ? key : undefined
}

/** Whether a frame with its name is shown in place of an image. */
export function isMissing(url: string, node: Nodes, {failures, file}: Pick<ImageScope, 'failures' | 'file'>): boolean {
  const failure = failures.get(imageKey(url, pathAt(file, node.position)))
  return failure !== undefined && failure.kind !== 'case'
}

function failureOf(key: string, {failures, resources}: ImageScope): Problem {
  const failure = failures.get(key) ?? failureWithoutReason(key)
  switch (failure.kind) {
    case 'remote':
    case 'unfetched':
    case 'fetch':
      return failureOnWeb(key, failure)
    case 'case':
      return {
        ruleId: 'image-name-matches',
        reason: `图片 \`${key}\` 的大小写与文件名不同 / Unexpected case of \`${key}\`: the file is \`${failure.actual}\``,
        hint: `写成 ${failure.actual}：别的机器区分大小写 / write it so: other machines tell the difference`,
      }
    case 'format':
      return {
        ruleId: 'image-is-readable',
        reason: `图片 \`${key}\` 的格式不受支持 / Unexpected format of \`${key}\``,
        hint: '可用 Known: svg, png, jpg, gif, webp',
      }
    case 'broken':
      return {
        ruleId: 'image-is-readable',
        reason: `\`${key}\` 的内容不是图片 / Unexpected contents of \`${key}\`: not an image`,
        hint: '重新导出或下载 / export or download it again',
      }
    case 'size': {
      const {count, most, of, unit} = failure
      const hint =
        unit === 'pixels'
          ? '缩小后再放进课程 / scale it down'
          : '导出得简单些，或转成 PNG / export it simpler, or as PNG'
      return {
        ruleId: 'image-has-bearable-size',
        reason: `图片 \`${key}\` 太大：${count} ${inChinese[unit] ?? unit}，最多 ${most} / Unexpected size of \`${key}\`: ${count} ${unit} for ${of}, expected at most ${most}`,
        hint,
      }
    }
    case 'outside':
    case 'hidden':
    case 'special':
    case 'large':
    case 'unreadable': {
      const {hint, reason} = describeRefusal(failure.kind)
      return {ruleId: 'image-exists', reason: `读不到图片 \`${key}\` / Unexpected image \`${key}\`: ${reason}`, hint}
    }
    case 'missing': {
      // Those that cannot be shown have a picture in their place.
      const shown = [...resources.keys()].filter((one) => !failures.has(one))
      return {
        ruleId: 'image-exists',
        reason: `课程文件夹里没有图片 \`${key}\` / There is no image \`${key}\` in the course folder`,
        hint: shown.length > 0 ? hintNearest(key, shown) : describeRefusal('missing').hint,
      }
    }
    default:
      return failure satisfies never
  }
}

function failureOnWeb(key: string, failure: RemoteFailure): Problem {
  if (failure.kind === 'fetch') {
    const {hint, reason} = describeFetchFailure(failure.failure)
    return {ruleId: 'image-is-fetched', reason: `下载不了图片 \`${key}\` / Cannot download \`${key}\`: ${reason}`, hint}
  }
  if (failure.kind === 'unfetched') {
    const {hint, reason} = describeUnfetched(failure.state)
    return {
      ruleId: 'image-is-local',
      reason: `图片 \`${key}\` 在网上 / Unexpected remote image \`${key}\`: ${reason}`,
      hint,
    }
  }
  return {
    ruleId: 'image-is-local',
    reason: `图片 \`${key}\` 不是文件，也不是 http 或 https 地址 / Unexpected address of an image \`${key}\`: neither a file nor http or https`,
    hint: '把文件放进课程文件夹 / put the file into the course folder',
  }
}

/** Of an image that nobody looked for. */
function failureWithoutReason(key: string): ResourceFailure {
  if (webAddress(key) !== undefined) return {kind: 'unfetched', state: 'unrecorded'}
  return {kind: isRemote(key) ? 'remote' : 'missing'}
}

const inChinese: Readonly<Record<string, string>> = {bytes: '字节', elements: '个元素', levels: '层', pixels: '像素'}
