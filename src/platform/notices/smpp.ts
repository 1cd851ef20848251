import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import smpp, { type Pdu, type PduOptions, type Session } from 'smpp'
import type { SmsGateway } from '#platform/notices/port.ts'
import { smsParts } from '#platform/notices/sms-text.ts'
import { Undeliverable } from '#platform/notices/undeliverable.ts'

export interface SmppOptions {
  /** `smpp://system:password@host:port`, or `smpps://` for TLS. */
  readonly url: string
  /** The name that the phone shows: at most 11 Latin letters and digits. */
  readonly sender: string
  readonly log: Pick<Logger, 'info' | 'warn'>
  /** How many short messages may wait for the centre's answer at once. */
  readonly window?: number
  /** Milliseconds: the first wait before connecting again (doubled up to a minute), and the longest wait for an answer. */
  readonly retryAfter?: number
  readonly answerWithin?: number
  /** Milliseconds between two signs of life. */
  readonly enquireEvery?: number
}

const longestWait = 60_000
/** Answers of the centre after which the same message would be refused again (SMPP 3.4, 5.1.3). */
const forGood = new Set(
  ['ESME_RINVMSGLEN', 'ESME_RINVDSTADR', 'ESME_RINVDSTTON', 'ESME_RINVDSTNPI', 'ESME_RINVSRCADR'].map(
    (name) => smpp.errors[name],
  ),
)
const dataCoding = { gsm7: 0, ucs2: 8 } as const
const alphanumeric = 5
const international = 1
const isdn = 1

/**
 * A gateway to an operator's message centre over SMPP 3.4. Connects when the first message is sent, stays
 * connected, and connects again with a growing wait when the line drops. `send` rejects with `Undeliverable`
 * when the centre refuses for good, and with another error when it should be tried again.
 */
export function smppGateway(options: SmppOptions): SmsGateway {
  const url = new URL(options.url)
  const { window = 10, retryAfter = 500, answerWithin = 10_000, enquireEvery = 30_000, log } = options
  const listeners: Array<(receipt: { reference: string; delivered: boolean }) => void> = []
  const waiting: Array<() => void> = []
  let inFlight = 0
  let line: Promise<Session> | undefined
  let failures = 0
  let notBefore = 0
  let again: NodeJS.Timeout | undefined
  let closed = false

  /** The bound session; one attempt at a time, and none before the wait is over. */
  function connected(): Promise<Session> {
    if (closed) return Promise.reject(new Error('The text message gateway is closed'))
    if (line) return line
    if (Date.now() < notBefore)
      return Promise.reject(new Error('The text message centre cannot be reached now'))
    const attempt = connect()
    line = attempt
    attempt.then(
      () => {
        failures = 0
      },
      (error: Error) => dropped(attempt, error.message),
    )
    return attempt
  }

  function dropped(attempt: Promise<Session>, reason: string): void {
    if (line !== attempt) return
    line = undefined
    if (closed) return
    const wait = Math.min(retryAfter * 2 ** failures, longestWait)
    failures += 1
    notBefore = Date.now() + wait
    log.warn({ reason, wait }, 'text message centre: line lost, connecting again')
    // Receipts come only while a line is up, so it is brought back without waiting for a message.
    again = setTimeout(() => {
      notBefore = 0
      connected().catch(() => undefined)
    }, wait)
    again.unref()
  }

  function connect(): Promise<Session> {
    const attempt = new Promise<Session>((resolve, reject) => {
      const target = { host: url.hostname, port: Number(url.port || 2775), tls: url.protocol === 'smpps:' }
      const slow = setTimeout(() => session.destroy(), answerWithin)
      const session = smpp.connect(target, () => {
        clearTimeout(slow)
        const credentials = {
          system_id: decodeURIComponent(url.username),
          password: decodeURIComponent(url.password),
        }
        ask(session, (answered) => session.bind_transceiver(credentials, answered)).then((answer) => {
          if (answer.command_status === 0) return resolve(session)
          reject(new Error(`The text message centre refused the sign-in (${answer.command_status})`))
          session.destroy()
        }, reject)
      })
      // Every open question listens for the end of the line.
      session.setMaxListeners(window + 10)
      const alive = setInterval(() => {
        ask(session, (answered) => session.enquire_link(answered)).catch(() => session.destroy())
      }, enquireEvery)
      alive.unref()
      // A broken PDU stops the library's reader: only a new line helps.
      session.on('error', (error) => {
        reject(error)
        session.destroy()
      })
      session.on('close', () => {
        clearInterval(alive)
        clearTimeout(slow)
        reject(new Error('The text message centre closed the line'))
        dropped(attempt, 'closed')
      })
      session.on('unbind', (pdu) => {
        session.send(pdu.response())
        session.close()
      })
      session.on('enquire_link', (pdu) => session.send(pdu.response()))
      session.on('deliver_sm', (pdu) => {
        session.send(pdu.response())
        const receipt = receiptIn(pdu)
        if (receipt) for (const listener of listeners) listener(receipt)
      })
    })
    return attempt
  }

  /** One question and its answer; rejects when the line drops or the answer does not come. */
  function ask(session: Session, put: (answered: (answer: Pdu) => void) => boolean): Promise<Pdu> {
    return new Promise((resolve, reject) => {
      const lost = () => settle(() => reject(new Error('The line to the text message centre was lost')))
      const late = setTimeout(() => {
        settle(() => reject(new Error('The text message centre did not answer')))
        session.destroy()
      }, answerWithin)
      const settle = (outcome: () => void) => {
        clearTimeout(late)
        session.off('close', lost)
        outcome()
      }
      session.on('close', lost)
      if (!put((answer) => settle(() => resolve(answer)))) lost()
    })
  }

  async function submit(message: PduOptions): Promise<string> {
    if (inFlight >= window) await new Promise<void>((free) => waiting.push(free))
    else inFlight += 1
    try {
      const session = await connected()
      const answer = await ask(session, (answered) => session.submit_sm(message, answered))
      if (forGood.has(answer.command_status))
        throw new Undeliverable(`refused by the message centre (${answer.command_status})`)
      if (answer.command_status !== 0)
        throw new Error(`The text message centre is not taking messages (${answer.command_status})`)
      return answer.message_id ?? ''
    } finally {
      // The place is handed on to the next in line, so the count stays.
      const next = waiting.shift()
      if (next) next()
      else inFlight -= 1
    }
  }

  return {
    async send({ to, text, key }) {
      const { coding, parts } = smsParts(text)
      // Also the parts' common number, so that those sent again still fit those that arrived before.
      const own = createHash('sha256').update(key).digest().readUInt16BE(0)
      const whole = own % 256
      const references = await Promise.all(
        parts.map((message, index) =>
          submit({
            source_addr: options.sender,
            source_addr_ton: alphanumeric,
            destination_addr: to.replace(/^\+/, ''),
            dest_addr_ton: international,
            dest_addr_npi: isdn,
            data_coding: dataCoding[coding],
            user_message_reference: own,
            // One receipt for one text: that of its last part.
            registered_delivery: index === parts.length - 1 ? 1 : 0,
            short_message:
              parts.length === 1
                ? message
                : { udh: Buffer.from([5, 0, 3, whole, parts.length, index + 1]), message },
          }),
        ),
      )
      return { reference: references.at(-1) ?? '' }
    },
    onReceipt(listener) {
      listeners.push(listener)
    },
    async close() {
      closed = true
      clearTimeout(again)
      const session = await line?.catch(() => undefined)
      if (!session) return
      await new Promise<void>((done) => {
        session.on('close', done)
        // A centre that does not answer the goodbye is left without it.
        setTimeout(() => session.destroy(), 1_000).unref()
        if (!session.unbind(() => session.close())) done()
      })
    },
  }
}

/** The outcome in a delivery receipt: from its fields, or from the text that SMPP 3.4 appendix B gives. */
function receiptIn(pdu: Pdu): { reference: string; delivered: boolean } | undefined {
  if (((pdu.esm_class ?? 0) & smpp.ESM_CLASS.MC_DELIVERY_RECEIPT) === 0) return undefined
  const text = String(pdu.short_message?.message ?? '')
  const reference = pdu.receipted_message_id ?? /\bid:(\S+)/.exec(text)?.[1]
  const state = pdu.message_state ?? stateOf[/\bstat:(\S+)/.exec(text)?.[1] ?? '']
  if (reference === undefined || state === undefined) return undefined
  const { DELIVERED, EXPIRED, UNDELIVERABLE, REJECTED } = smpp.MESSAGE_STATE
  if (state === DELIVERED) return { reference, delivered: true }
  return [EXPIRED, UNDELIVERABLE, REJECTED].includes(state) ? { reference, delivered: false } : undefined
}

const stateOf: Readonly<Record<string, number | undefined>> = {
  DELIVRD: smpp.MESSAGE_STATE.DELIVERED,
  EXPIRED: smpp.MESSAGE_STATE.EXPIRED,
  UNDELIV: smpp.MESSAGE_STATE.UNDELIVERABLE,
  REJECTD: smpp.MESSAGE_STATE.REJECTED,
}
