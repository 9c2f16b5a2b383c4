import type {Readable, Writable} from 'node:stream'
import type {ConnectionTransport} from 'puppeteer'

/**
 * The DevTools protocol over two pipes, messages ended by a zero byte (Chromium's `--remote-debugging-pipe`, descriptors 3 and 4).
 * The browser ends when its end of a pipe closes, so it does not outlive this process, however that ends.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send(message) {
      toBrowser.write(`${message}\0`)
    },
    close() {
      toBrowser.destroy()
      fromBrowser.destroy()
    },
  }
  let pending: Buffer[] = []
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString()
      pending = []
      start = end + 1
      // Each in a turn of its own, as from a socket: what one sets up is there before the next.
      setImmediate(() => transport.onmessage?.(message))
    }
    if (start < chunk.length) pending.push(chunk.subarray(start))
  })
  fromBrowser.once('close', () => transport.onclose?.())
  // That the browser has gone is told by the end of what it says.
  for (const stream of [toBrowser, fromBrowser]) stream.on('error', () => undefined)
  return transport
}
