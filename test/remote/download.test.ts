import {expect, test} from 'vitest'
import {limits} from '../../src/diagnostics/limits.ts'
import {download} from '../../src/remote/download.ts'
import {isPublicAddress} from '../../src/remote/is-public-address.ts'
import {page, redirect, serveWeb} from '../support/serve-web.ts'

const {signal} = new AbortController()
const isTestServer = (address: string) => address === '127.0.0.1'
const fetchFrom = (address: string, changes = {}) => download(address, {mayConnectTo: isTestServer, signal, ...changes})

test('what an address has is downloaded as it is, without cookies, referrer and credentials', async () => {
  const contents = Uint8Array.from({length: 300_000}, (_value, index) => index % 256)
  await using web = await serveWeb({'/a': page(contents)})
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({contents})
  expect(Object.keys(web.headers()).toSorted()).toEqual(['accept', 'connection', 'host', 'user-agent'])
})

test('redirects are followed, relative ones too, and each is asked for once', async () => {
  await using web = await serveWeb({'/b/c': page('x'), '/a': redirect('/b'), '/b': redirect('b/c')})
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({contents: new Uint8Array([120])})
  expect(web.asked).toEqual(['/a', '/b', '/b/c'])
})

test('as many redirects as the limit says are followed, and not one more', async () => {
  await using web = await serveWeb({'/0': page('x')})
  for (let left = 1; left <= 6; left++) web.pages.set(`/${left}`, redirect(`/${left - 1}`))
  expect(await fetchFrom(`${web.origin}/5`)).toHaveProperty('contents')
  expect(await fetchFrom(`${web.origin}/6`)).toEqual({failure: {why: 'redirects'}})
})

test('redirects in a circle end', async () => {
  await using web = await serveWeb({'/a': redirect('/b'), '/b': redirect('/a')})
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({failure: {why: 'redirects'}})
  expect(web.asked).toHaveLength(limits.fetchRedirects.most + 1)
})

test('an address of this machine is not asked', async () => {
  await using web = await serveWeb({'/a': page('x')})
  const port = new URL(web.origin).port
  const hosts = ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f.1', '0', '[::1]', '[::ffff:127.0.0.1]']
  for (const host of hosts) {
    // oxlint-disable-next-line no-await-in-loop
    const result = await fetchFrom(`http://${host}:${port}/a`, {mayConnectTo: isPublicAddress})
    expect(result).toMatchObject({failure: {why: 'private'}})
  }
  expect(web.asked).toEqual([])
})

test('each host on the way is judged', async () => {
  await using web = await serveWeb()
  web.pages.set('/a', redirect('http://127.0.0.2/'))
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({failure: {why: 'private', host: '127.0.0.2'}})
})

test('all that a name stands for is judged, and the connection goes to what was judged', async () => {
  await using web = await serveWeb({'/a': page('x')})
  const judged: string[] = []
  const mayConnectTo = (address: string) => {
    judged.push(address)
    return true
  }
  const address = `http://localhost:${new URL(web.origin).port}/a`
  expect(await fetchFrom(address, {mayConnectTo})).toHaveProperty('contents')
  expect(judged).toContain('127.0.0.1')
  const refusing = (one: string) => one !== judged.at(-1)
  expect(await fetchFrom(address, {mayConnectTo: refusing})).toMatchObject({failure: {why: 'private'}})
  expect(web.asked).toEqual(['/a'])
})

test.each([
  ['file:///etc/passwd', {why: 'scheme', scheme: 'file:'}],
  ['ftp://example.org/', {why: 'scheme', scheme: 'ftp:'}],
  ['data:image/png;base64,AA', {why: 'scheme', scheme: 'data:'}],
  ['http://name:word@127.0.0.1/', {why: 'credentials'}],
])('a redirect to %s is not followed', async (location, failure) => {
  await using web = await serveWeb({'/a': redirect(location)})
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({failure})
})

test.each([204, 304, 403, 404, 410, 500])('status %i is told', async (status) => {
  await using web = await serveWeb()
  web.pages.set('/a', (response) => response.writeHead(status).end())
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({failure: {why: 'status', status}})
})

test('a redirect that leads nowhere is a status', async () => {
  await using web = await serveWeb()
  web.pages.set('/a', (response) => response.writeHead(302).end())
  web.pages.set('/b', redirect('http://[/'))
  for (const name of ['a', 'b']) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await fetchFrom(`${web.origin}/${name}`)).toEqual({failure: {why: 'status', status: 302}})
  }
})

test('what says that it is too large is not read', async () => {
  await using web = await serveWeb()
  web.pages.set('/a', (response) => {
    response.writeHead(200, {'content-length': limits.fetchBytes.most + 1})
    response.write('x')
  })
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({failure: {why: 'large'}})
})

test('what is too large without saying so is read up to the limit', async () => {
  await using web = await serveWeb()
  const ended = new Promise<void>((resolve) => {
    web.pages.set('/a', (response) => {
      response.on('close', resolve)
      const send = () => response.write(new Uint8Array(1_000_000), send)
      send()
    })
  })
  expect(await fetchFrom(`${web.origin}/a`)).toEqual({failure: {why: 'large'}})
  await ended
})

test.each(['content-length', 'chunks'])('what is cut off is no image: %s', async (form) => {
  await using web = await serveWeb()
  web.pages.set('/a', (response) => {
    response.writeHead(200, form === 'chunks' ? {} : {'content-length': 100})
    response.write('x', () => response.destroy())
  })
  expect(await fetchFrom(`${web.origin}/a`)).toMatchObject({failure: {why: 'network', code: 'ECONNRESET'}})
})

test('a server that never answers, and one that never ends, are left in time', async () => {
  await using web = await serveWeb()
  web.pages.set('/a', () => undefined)
  web.pages.set('/b', (response) => {
    response.write('x')
  })
  for (const name of ['a', 'b']) {
    // oxlint-disable-next-line no-await-in-loop
    expect(await fetchFrom(`${web.origin}/${name}`, {seconds: 0.2})).toEqual({failure: {why: 'time'}})
  }
})

test('an interrupt stops a download, and is no failure of the image', async () => {
  await using web = await serveWeb()
  const control = new AbortController()
  web.pages.set('/a', () => {
    control.abort(new Error('interrupted'))
  })
  await expect(fetchFrom(`${web.origin}/a`, {signal: control.signal})).rejects.toThrow('interrupted')
})

test('a name that stands for nothing, and a port on which nobody listens, are told by their code', async () => {
  expect(await fetchFrom('http://nowhere.invalid/')).toMatchObject({
    failure: {why: 'network', code: expect.stringMatching(/^E/u) as string},
  })
  const origin = await (async () => {
    await using web = await serveWeb()
    return web.origin
  })()
  expect(await fetchFrom(origin)).toEqual({failure: {why: 'network', code: 'ECONNREFUSED'}})
})

test('an address of https is asked in TLS alone', async () => {
  await using web = await serveWeb({'/a': page('x')})
  const result = await fetchFrom(`${web.origin.replace('http:', 'https:')}/a`)
  expect(result).toMatchObject({failure: {why: 'network', code: expect.stringMatching(/SSL|PROTO/u) as string}})
  expect(web.asked).toEqual([])
})
