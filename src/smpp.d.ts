/** What we use of npm `smpp`, which brings no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server as NetServer } from 'node:net'

  /** As written: a string, with its user data header when it is one part of several. */
  interface OutgoingMessage {
    readonly udh?: Buffer
    readonly message: string
  }

  /** As read: `udh` is a list of header elements, each from its identifier on. */
  interface IncomingMessage {
    readonly udh?: readonly Buffer[]
    readonly message: string | Buffer
  }

  interface PduOptions {
    command_status?: number
    system_id?: string
    password?: string
    message_id?: string
    source_addr?: string
    source_addr_ton?: number
    source_addr_npi?: number
    destination_addr?: string
    dest_addr_ton?: number
    dest_addr_npi?: number
    registered_delivery?: number
    esm_class?: number
    data_coding?: number
    /** The sender's own number of the message (SMPP 3.4, 5.3.2.17). */
    user_message_reference?: number
    short_message?: OutgoingMessage | string
    receipted_message_id?: string
    message_state?: number
  }

  /** Which fields are there depends on the command; a refusing response has none. */
  interface Pdu {
    readonly command: string
    readonly command_status: number
    readonly sequence_number: number
    readonly system_id?: string
    readonly password?: string
    readonly message_id?: string
    readonly source_addr?: string
    readonly destination_addr?: string
    readonly registered_delivery?: number
    readonly user_message_reference?: number
    readonly esm_class?: number
    readonly short_message?: IncomingMessage
    readonly receipted_message_id?: string
    readonly message_state?: number
    isResponse(): boolean
    response(options?: PduOptions): Pdu
  }

  type Answered = (response: Pdu) => void

  /** Emits `error` on a broken PDU too, after which it reads nothing more: destroy it then. */
  class Session extends EventEmitter {
    /** False when the connection cannot be written to; the callback is then never called. */
    bind_transceiver(options: PduOptions, answered?: Answered): boolean
    submit_sm(options: PduOptions, answered?: Answered): boolean
    deliver_sm(options: PduOptions, answered?: Answered): boolean
    enquire_link(answered?: Answered): boolean
    unbind(answered?: Answered): boolean
    send(pdu: Pdu): boolean
    close(closed?: () => void): void
    destroy(closed?: () => void): void
    on(event: 'pdu' | 'submit_sm' | 'deliver_sm' | 'bind_transceiver', listener: (pdu: Pdu) => void): this
    on(event: 'unbind' | 'enquire_link', listener: (pdu: Pdu) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(event: 'connect' | 'secureConnect' | 'close', listener: () => void): this
  }

  class Server extends NetServer {
    readonly sessions: readonly Session[]
  }

  interface Smpp {
    connect(options: { host: string; port: number; tls: boolean }, connected: () => void): Session
    createServer(listener: (session: Session) => void): Server
    readonly ESM_CLASS: { readonly MC_DELIVERY_RECEIPT: number }
    readonly MESSAGE_STATE: Readonly<Record<'DELIVERED' | 'EXPIRED' | 'UNDELIVERABLE' | 'REJECTED', number>>
    readonly errors: Readonly<Record<string, number>>
  }

  const smpp: Smpp
  export default smpp
  export type { IncomingMessage, OutgoingMessage, Pdu, PduOptions, Server, Session }
}
