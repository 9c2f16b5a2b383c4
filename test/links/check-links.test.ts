import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {checkLinks} from '../../src/links/check-links.ts'
import {courseFrom} from '../support/course-from.ts'

const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`)
  const isFine = request.url === '/fine' || (request.url === '/get-only' && request.method === 'GET')
  response.writeHead(isFine ? 200 : request.url === '/get-only' ? 405 : 404).end()
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

test('asks once for each address and reports those that do not answer, at each place', async () => {
  const text = `# 章\n\n[好](${origin}/fine)、[同一个](${origin}/fine#part)、[只答 GET](${origin}/get-only)。\n\n[没有](${origin}/gone)[^1]\n\n[^1]: [也没有](${origin}/gone)；[没有这台机器](http://nowhere.invalid/)。\n`
  const {course, files} = courseFrom([text])
  expect(asked).toEqual([])
  const table = new Map(files.map((file) => [file.path, file]))
  const steps: number[] = []
  await checkLinks(course, {files: table, signal: new AbortController().signal, progress: (done) => steps.push(done)})
  expect(asked.toSorted()).toEqual(['GET /get-only', 'GET /gone', 'HEAD /fine', 'HEAD /get-only', 'HEAD /gone'])
  const messages = files.flatMap((file) => file.messages.map(({line, ruleId}) => `${line} ${ruleId}`))
  expect(messages.toSorted()).toEqual(['5 link-responds', '7 link-responds', '7 link-responds'])
  expect(steps).toEqual([1, 2, 3, 4])
})
