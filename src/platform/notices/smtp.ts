import { createTransport } from 'nodemailer'
import type { Mailer } from '#platform/notices/port.ts'
import { Undeliverable } from '#platform/notices/undeliverable.ts'

/**
 * Sends plain text mail over SMTP, `smtp://user:password@host:port` or `smtps://`. `from` is an address or
 * `Name <address>`. Rejects with `Undeliverable` on a permanent refusal (5xx) of the
 * recipient or the message, else with what went wrong.
 */
export function smtpMailer(options: { readonly url: string; readonly from: string }): Mailer {
  const transport = createTransport({
    url: options.url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
    // A mail is text that we wrote: nothing in it may make the mailer read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, language }) {
      try {
        const sent = await transport.sendMail({
          from: options.from,
          to: { name: '', address: to },
          subject,
          text,
          headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
        })
        return { reference: sent.messageId }
      } catch (error) {
        const { response, about } = refusal(error)
        if (about === 'message' && response >= 500)
          throw new Undeliverable(`refused by the mail server (${response})`)
        throw new Error(`The mail server is not taking mail (${response || 'no answer'})`)
      }
    },
    async close() {
      transport.close()
    },
  }
}

/** The mail server's answer; its words are left out, because they may repeat the address. */
function refusal(error: unknown): { response: number; about: 'message' | 'connection' } {
  const { responseCode, code } = error instanceof Error ? { responseCode: 0, code: '', ...error } : {}
  return {
    response: typeof responseCode === 'number' ? responseCode : 0,
    // A refused sign-in is a 5xx too, but says nothing about this message.
    about: code === 'EENVELOPE' || code === 'EMESSAGE' ? 'message' : 'connection',
  }
}
