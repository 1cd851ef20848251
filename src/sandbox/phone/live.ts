import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import type { Inbox } from '#sandbox/phone/inbox.ts'

/** Milliseconds between comments that keep a quiet stream open through proxies. */
const heartbeat = 20_000

/** The address of the stream that begins after what a page shows already. */
export const liveAfter = (path: string, newest: number): string => `${path}?after=${newest}`

/**
 * Streams the messages to an address as rendered list items, in a `text/event-stream`: those after `?after=`,
 * or after the last one that a browser got before its line dropped.
 */
export function streamMessages<M>(
  request: FastifyRequest,
  reply: FastifyReply,
  inbox: Inbox<M>,
  address: string,
  item: (message: M) => VNode,
): void {
  const after =
    request.headers['last-event-id'] ?? new URL(request.url, 'http://sandbox').searchParams.get('after')
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  raw.write(': open\n\n')
  const stop = inbox.follow(address, Number(after ?? inbox.newest(address)), (message, number) => {
    raw.write(`id: ${number}\ndata: ${JSON.stringify(render(item(message)))}\n\n`)
  })
  const beat = setInterval(() => raw.write(':\n\n'), heartbeat)
  raw.on('close', () => {
    clearInterval(beat)
    stop()
  })
}
