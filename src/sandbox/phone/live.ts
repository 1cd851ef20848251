import type { FastifyReply } from 'fastify'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Inbox } from '#sandbox/phone/inbox.ts'

/** Milliseconds between comments that keep a quiet stream open through proxies. */
const heartbeat = 20_000

/** Streams each new message to an address as a rendered list item, in a `text/event-stream`. */
export function streamMessages<M>(
  reply: FastifyReply,
  inbox: Inbox<M>,
  address: string,
  item: (message: M) => VNode,
): void {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  raw.write(': open\n\n')
  const stop = inbox.listen(address, (message) => {
    raw.write(`data: ${JSON.stringify(render(item(message)))}\n\n`)
  })
  const beat = setInterval(() => raw.write(':\n\n'), heartbeat)
  raw.on('close', () => {
    clearInterval(beat)
    stop()
  })
}
