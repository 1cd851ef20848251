import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import smpp, { type Pdu, type Session } from 'smpp'

export interface TextMessage {
  readonly from: string
  readonly text: string
  readonly at: string
}

export interface MessageCentre {
  readonly port: number
  close(): Promise<void>
}

/** A number that ends so is switched off: its messages come back as undeliverable, to show what happens then. */
export const switchedOff = (number: string): boolean => number.endsWith('00')

/** Parts of a long message that are still waiting for the rest. */
const waitingParts = 500

/** How many messages are remembered, to let through once what is sent twice. */
const remembered = 5000

/**
 * A mobile operator's message centre: an SMPP 3.4 server that takes text messages, puts the parts of long
 * ones together, lets a message that is sent twice under one number through once, and sends delivery
 * receipts. Only the given credentials may bind.
 */
export async function messageCentre(options: {
  readonly host: string
  readonly port: number
  readonly systemId: string
  readonly password: string
  readonly now: () => Date
  readonly deliver: (to: string, message: TextMessage) => void
}): Promise<MessageCentre> {
  const partsOf = new Map<string, (string | undefined)[]>()

  /** The whole text, once its last missing part is here. */
  function assemble(pdu: Pdu): string | undefined {
    const { udh, message = '' } = pdu.short_message ?? {}
    const text = String(message)
    const header = udh?.find((element) => element[0] === 0 && element.length === 5)
    if (!header) return text
    const [, , whole = 0, total = 1, index = 1] = header
    const key = `${pdu.source_addr} ${pdu.destination_addr} ${whole} ${total}`
    const parts = partsOf.get(key) ?? Array.from<string | undefined>({ length: total })
    parts[index - 1] = text
    if (parts.every((part) => part !== undefined)) {
      partsOf.delete(key)
      return parts.join('')
    }
    partsOf.set(key, parts)
    const [oldest] = partsOf.keys()
    if (partsOf.size > waitingParts && oldest !== undefined) partsOf.delete(oldest)
    return undefined
  }

  const taken = new Map<string, string>()

  /** What makes a message the same as one before: the sender's number of it, from whom, to whom, which part, and its words. */
  function sameness(pdu: Pdu): string | undefined {
    const { source_addr, destination_addr, user_message_reference: own, short_message: it } = pdu
    if (own === undefined) return undefined
    const header = it?.udh?.map((element) => element.toString('hex'))
    return JSON.stringify([own, source_addr, destination_addr, header, String(it?.message ?? '')])
  }

  const takenBefore = (pdu: Pdu): string | undefined => taken.get(sameness(pdu) ?? '')

  function remember(pdu: Pdu, reference: string): void {
    const key = sameness(pdu)
    if (key === undefined) return
    taken.set(key, reference)
    const [oldest] = taken.keys()
    if (taken.size > remembered && oldest !== undefined) taken.delete(oldest)
  }

  function take(session: Session, pdu: Pdu): void {
    const to = pdu.destination_addr ?? ''
    if (!/^\d{8,15}$/.test(to)) {
      session.send(pdu.response({ command_status: smpp.errors.ESME_RINVDSTADR ?? 11 }))
      return
    }
    const known = takenBefore(pdu)
    const reference = known ?? randomUUID()
    session.send(pdu.response({ message_id: reference }))
    if (known === undefined) remember(pdu, reference)
    const text = known === undefined ? assemble(pdu) : undefined
    const delivered = !switchedOff(to)
    if (text !== undefined && delivered) {
      options.deliver(`+${to}`, { from: pdu.source_addr ?? '', text, at: options.now().toISOString() })
    }
    if (((pdu.registered_delivery ?? 0) & 1) === 1) sendReceipt(session, pdu, reference, delivered)
  }

  function sendReceipt(session: Session, pdu: Pdu, reference: string, delivered: boolean): void {
    const stat = delivered ? 'DELIVRD' : 'UNDELIV'
    session.deliver_sm({
      source_addr: pdu.destination_addr ?? '',
      destination_addr: pdu.source_addr ?? '',
      esm_class: smpp.ESM_CLASS.MC_DELIVERY_RECEIPT,
      receipted_message_id: reference,
      message_state: delivered ? smpp.MESSAGE_STATE.DELIVERED : smpp.MESSAGE_STATE.UNDELIVERABLE,
      short_message: `id:${reference} sub:001 dlvrd:${delivered ? '001' : '000'} stat:${stat} err:000 text:`,
    })
  }

  const server = smpp.createServer((session) => {
    let bound = false
    session.on('error', () => session.destroy())
    session.on('bind_transceiver', (pdu) => {
      bound = pdu.system_id === options.systemId && pdu.password === options.password
      if (bound) session.send(pdu.response({ system_id: 'sandbox' }))
      else session.send(pdu.response({ command_status: smpp.errors.ESME_RINVPASWD ?? 14 }))
    })
    session.on('submit_sm', (pdu) => {
      if (bound) take(session, pdu)
      else session.send(pdu.response({ command_status: smpp.errors.ESME_RINVBNDSTS ?? 4 }))
    })
    session.on('enquire_link', (pdu) => session.send(pdu.response()))
    session.on('unbind', (pdu) => {
      session.send(pdu.response())
      session.close()
    })
  })
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port, options.host, listening)
  })

  return {
    // A listening TCP server always has an AddressInfo; a string is only for pipes.
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        for (const session of [...server.sessions]) session.destroy()
      }),
  }
}
