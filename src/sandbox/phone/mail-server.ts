import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Mail {
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly language: string
  readonly at: string
}

export interface MailServer {
  readonly port: number
  close(): Promise<void>
}

const largestMail = 1_048_576

/** A mail server that keeps what it gets: an SMTP server without sign-in, for this machine only. */
export async function mailServer(options: {
  readonly host: string
  readonly port: number
  readonly now: () => Date
  readonly deliver: (to: string, mail: Mail) => void
}): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: largestMail,
    disableReverseLookup: true,
    // The platform keeps its line open between mails: stopping does not wait for it to hang up.
    closeTimeout: 500,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        // Once it is too large, the rest is read and dropped, as SMTP wants.
        if (!stream.sizeExceeded) chunks.push(chunk)
      })
      stream.on('error', done)
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          done(Object.assign(new Error('The message is too large'), { responseCode: 552 }))
          return
        }
        parse(Buffer.concat(chunks), options.now()).then((mail) => {
          for (const { address } of session.envelope.rcptTo) options.deliver(address.toLowerCase(), mail)
          done()
        }, done)
      })
    },
  })
  // A client that hangs up in the middle of a conversation is no news here.
  server.on('error', () => undefined)
  await new Promise<void>((listening, failed) => {
    server.server.once('error', failed)
    server.listen(options.port, options.host, listening)
  })
  return {
    // A listening TCP server always has an AddressInfo; a string is only for pipes.
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

async function parse(raw: Buffer, now: Date): Promise<Mail> {
  const mail = await PostalMime.parse(raw)
  return {
    from: mail.from?.name || mail.from?.address || '',
    subject: mail.subject ?? '',
    text: (mail.text ?? '').trimEnd(),
    language: mail.headers.find(({ key }) => key === 'content-language')?.value ?? 'und',
    at: now.toISOString(),
  }
}
