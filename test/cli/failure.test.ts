import {expect, test} from 'vitest'
import {describeFailure} from '../../src/cli/failure.ts'
import {EnvironmentError, UsageError} from '../../src/diagnostics/environment-error.ts'

const systemError = (code: string, path: string) =>
  Object.assign(new Error(`${code}: something, open '${path}'`), {code, errno: -1, syscall: 'open', path})

const codes = [
  'EACCES',
  'EDQUOT',
  'EFBIG',
  'EIO',
  'EISDIR',
  'ELOOP',
  'EMFILE',
  'ENAMETOOLONG',
  'ENFILE',
  'ENOENT',
  'ENOMEM',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
  'EWHATEVER',
]

test.each(codes)('%s says the path, the cause and the remedy, without a stack', (code) => {
  for (const error of [
    systemError(code, '/a/b'),
    new Error('outer', {cause: systemError(code, '/a/b')}),
    Object.assign(new Error('both'), {error: new Error('cleaning up'), suppressed: systemError(code, '/a/b')}),
    new AggregateError([systemError(code, '/a/b')]),
  ]) {
    const text = describeFailure(error, false)
    expect(text).toMatch(/^\/a\/b: .+ \/ .+\n.+ \/ .+$/u)
    expect(text).toContain(code)
  }
})

test('what was said for people is said, and its cause only when all is wanted', () => {
  const error = new EnvironmentError('浏览器 / The browser', {cause: new Error('inside')})
  expect(describeFailure(error, false)).toBe('浏览器 / The browser')
  expect(describeFailure(error, true)).toContain('inside')
  expect(describeFailure(new UsageError('x'), true)).toBe('x')
})

test('a bug has its stack and asks to be reported', () => {
  const text = describeFailure(new TypeError('x is no function'), false)
  expect(text).toContain('TypeError: x is no function')
  expect(text).toContain('    at ')
  expect(text.split('\n').at(-1)).toMatch(/请.*报告.* \/ .*report/u)
  expect(describeFailure('a string', false)).toContain('a string')
})
