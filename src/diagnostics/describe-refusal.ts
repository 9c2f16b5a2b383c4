import type {Refusal} from '../model/refusal.ts'
import {limits} from './limits.ts'
import type {Problem} from './report-problem.ts'

const remedies: Readonly<Record<Refusal, {readonly reason: string; readonly hint: string}>> = {
  missing: {
    reason: '课程文件夹里没有它 / there is no such file in the course folder',
    hint: '检查路径和大小写 / check the path, and its capitals',
  },
  outside: {
    reason: '它在课程文件夹之外 / it lies outside the course folder',
    hint: '把文件本身放进课程文件夹 / put the file itself into the course folder',
  },
  hidden: {
    reason: '它在以点开头的文件或文件夹里 / it is a dotfile, or in a dot-folder',
    hint: '这些地方常有密码，从不读取；换个名字 / such files often hold secrets and are never read: give it another name',
  },
  special: {
    reason: '它不是普通文件 / it is no regular file',
    hint: '换成普通文件：管道、设备、套接字和文件夹都不读 / use a regular file: pipes, devices, sockets and folders are not read',
  },
  large: {
    reason: `它超过 ${limits.imageBytes.most} 字节 / it has more than ${limits.imageBytes.most} bytes`,
    hint: '拆开或缩小 / split it, or make it smaller',
  },
  unreadable: {
    reason: '没有权限读它 / it cannot be read',
    hint: '检查文件的权限 / check the permissions of the file',
  },
}

/** Why a file that a course names is not read, as the end of a sentence that names it, and what to do about it. */
export const describeRefusal = (refusal: Refusal): Required<Pick<Problem, 'hint' | 'reason'>> => remedies[refusal]
