import { readFile } from 'node:fs/promises'
import type { Mobile } from '#kernel/mobile.ts'
import type { Part, Surroundings } from '#sandbox/part.ts'
import { inbox } from '#sandbox/phone/inbox.ts'
import { mailRoutes } from '#sandbox/phone/mail-pages.tsx'
import { type Mail, mailServer } from '#sandbox/phone/mail-server.ts'
import { messageCentre, switchedOff, type TextMessage } from '#sandbox/phone/message-centre.ts'
import { phoneRoutes } from '#sandbox/phone/phone-pages.tsx'
import { words } from '#sandbox/phone/words.ts'

export interface Phone extends Part {
  /** Where the platform's gateways deliver. */
  readonly ports: { readonly smppPort: number; readonly smtpPort: number }
  /** A message of somebody else than the platform, who has an operator of their own. */
  receive(to: Mobile, message: Omit<TextMessage, 'at'>): void
}

const bound = { addresses: 1_000, messages: 50 }

/** Everybody's phone: an operator's message centre, a mail server, and pages that show what arrived. */
export async function phone(
  { clock }: Pick<Surroundings, 'clock'>,
  options: {
    readonly host: string
    readonly smppPort: number
    readonly smtpPort: number
    readonly systemId: string
    readonly password: string
  },
): Promise<Phone> {
  const texts = inbox<TextMessage>(bound)
  const mails = inbox<Mail>(bound)
  const now = () => clock.now()
  const { host, systemId, password } = options
  const centre = await messageCentre({
    host,
    port: options.smppPort,
    systemId,
    password,
    now,
    deliver: texts.add,
  })
  const mail = await mailServer({ host, port: options.smtpPort, now, deliver: mails.add }).catch(
    async (error) => {
      await centre.close()
      throw error
    },
  )
  return {
    name: 'phone',
    title: words.title,
    about: words.about,
    ports: { smppPort: centre.port, smtpPort: mail.port },
    receive(to, message) {
      if (!switchedOff(to)) texts.add(to, { ...message, at: now().toISOString() })
    },
    async register(app) {
      const script = await readFile(new URL('./browser.js', import.meta.url))
      app.get('/browser.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script))
      mailRoutes(app, mails)
      phoneRoutes(app, texts)
    },
    async close() {
      await Promise.all([centre.close(), mail.close()])
    },
  }
}
