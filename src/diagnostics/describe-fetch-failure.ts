import type {FetchFailure, Unfetched} from '../model/fetch-failure.ts'
import {limits} from './limits.ts'
import type {Problem} from './report-problem.ts'

type Description = Required<Pick<Problem, 'hint' | 'reason'>>

const {fetchBytes, fetchRedirects, fetchSeconds, fetchedImages} = limits
const byHand = '自己下载，放进课程文件夹 / download it yourself and put it into the course folder'
const withFlag =
  '用 --fetch-images 下载一次，或放进课程文件夹 / download it once with --fetch-images, or put it into the course folder'

const states: Readonly<Record<Unfetched, Description>> = {
  unrecorded: {reason: '没有下载过 / it has not been downloaded', hint: withFlag},
  uncached: {
    reason: '这台机器上没有下载过的文件 / it was downloaded, but this machine does not have the file',
    hint: '用 --fetch-images 再下载 / download it again with --fetch-images',
  },
  'record damaged': {
    reason: '`images.lock.json` 读不懂 / `images.lock.json` cannot be read',
    hint: '先修好或删去 images.lock.json / mend or delete images.lock.json first',
  },
}

/** Why an image of the web that nobody asked for is not here, as the end of a sentence that names it, and what to do about it. */
export const describeUnfetched = (state: Unfetched): Description => states[state]

/** Why the download of an image failed, in the same form. */
export function describeFetchFailure(failure: FetchFailure): Description {
  switch (failure.why) {
    case 'status':
      return {reason: `服务器回答 HTTP ${failure.status} / the server answered HTTP ${failure.status}`, hint: byHand}
    case 'private':
      return {
        reason: `\`${failure.host}\` 是本机或内部网络 / \`${failure.host}\` is this machine or in a private network`,
        hint: byHand,
      }
    case 'scheme':
      return {
        reason: `转到 ${failure.scheme} 地址，只下载 http 和 https / it redirects to \`${failure.scheme}\`, expected http or https`,
        hint: byHand,
      }
    case 'network':
      return {
        reason: `连接失败（${failure.code}） / the connection failed (${failure.code})`,
        hint: '检查网络和地址，再运行一次 / check the network and the address, and run it again',
      }
    case 'changed':
      return {
        reason: `内容和记录的不同：记录 ${failure.recorded}，收到 ${failure.received} / its contents have changed: recorded ${failure.recorded}, received ${failure.received}`,
        hint: `要用新的，就删去 images.lock.json 里 \`${failure.address}\` 一项 / to accept the new ones, delete the entry \`${failure.address}\` in images.lock.json`,
      }
    default:
      return fixed[failure.why]
  }
}

type Fixed = Exclude<FetchFailure['why'], 'status' | 'private' | 'scheme' | 'network' | 'changed'>

const fixed: Readonly<Record<Fixed, Description>> = {
  credentials: {
    reason: '地址里有用户名或密码 / its address holds a user name or a password',
    hint: byHand,
  },
  content: {
    reason: '收到的不是图片 / what was received is no image',
    hint: '用图片本身的地址；可用 svg、png、jpg、gif、webp / use the address of the image itself; known: svg, png, jpg, gif, webp',
  },
  large: {
    reason: `超过 ${fetchBytes.most} 字节 / it has more than ${fetchBytes.most} bytes`,
    hint: '缩小后放进课程文件夹 / scale it down and put it into the course folder',
  },
  'record full': {
    reason: `images.lock.json 已有 ${fetchedImages.most} 项，或地址太长 / images.lock.json has ${fetchedImages.most} entries already, or the address is too long for it`,
    hint: '删去不再用的项，或把图片放进课程文件夹 / delete entries that are not used any more, or put the image into the course folder',
  },
  redirects: {
    reason: `转了 ${fetchRedirects.most} 次还没到 / it redirects more than ${fetchRedirects.most} times`,
    hint: byHand,
  },
  time: {
    reason: `${fetchSeconds.most} 秒还没下载完 / it was not downloaded within ${fetchSeconds.most} seconds`,
    hint: '再运行一次，或放进课程文件夹 / run it again, or put it into the course folder',
  },
}
