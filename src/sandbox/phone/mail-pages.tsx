import type { FastifyInstance } from 'fastify'
import { parseEmail } from '#kernel/email.ts'
import { localeOf, sendPage } from '#sandbox/page.tsx'
import type { Inbox } from '#sandbox/phone/inbox.ts'
import { liveAfter, streamMessages } from '#sandbox/phone/live.ts'
import type { Mail } from '#sandbox/phone/mail-server.ts'
import { Letter, Messages, Picker } from '#sandbox/phone/views.tsx'
import { words } from '#sandbox/phone/words.ts'

/** The mail boxes: pick an address, read its mail, live or as JSON. */
export function mailRoutes(app: FastifyInstance, mails: Inbox<Mail>): void {
  app.get<{ Querystring: { address?: string } }>('/mail', (request, reply) => {
    const given = request.query.address
    const picked = given === undefined ? undefined : parseEmail(given)
    if (picked?.ok) return reply.redirect(`/phone/mail/${encodeURIComponent(picked.value)}`, 303)
    const recent = mails.recent().map(({ address, last }) => ({
      href: `/phone/mail/${encodeURIComponent(address)}`,
      label: address,
      last: last.subject,
    }))
    if (picked) reply.code(422)
    return sendPage(request, reply, {
      title: words.mail,
      ...(picked ? {} : { refresh: 5 }),
      body: (locale) => (
        <>
          <Picker
            locale={locale}
            action="/phone/mail"
            field={{ name: 'address', inputMode: 'email', label: words.address, hint: words.addressHint }}
            given={given ?? ''}
            error={picked?.error}
            recent={recent}
          />
          <p>
            <a href="/phone">{words.phones[locale]}</a>
          </p>
        </>
      ),
    })
  })

  app.get<{ Params: { address: string } }>('/mail/:address', (request, reply) => {
    const address = request.params.address.toLowerCase()
    return sendPage(request, reply, {
      title: { ar: `بريد ${address}`, en: `Mail of ${address}` },
      refresh: 3,
      scripts: ['/phone/browser.js'],
      body: (locale) => (
        <>
          <Messages
            live={liveAfter(`/phone/mail/${encodeURIComponent(address)}/live`, mails.newest(address))}
            locale={locale}
          >
            {mails.of(address).map((mail) => (
              <Letter key={mail.at} mail={mail} locale={locale} />
            ))}
          </Messages>
          <p>
            <a href="/phone/mail">{words.mail[locale]}</a>
          </p>
        </>
      ),
    })
  })

  app.get<{ Params: { address: string } }>('/mail/:address/live', (request, reply) => {
    const locale = localeOf(request)
    streamMessages(request, reply, mails, request.params.address.toLowerCase(), (mail) => (
      <Letter mail={mail} locale={locale} />
    ))
    return reply
  })

  app.get<{ Params: { address: string } }>('/mail/:address/messages', (request, reply) =>
    reply.send(mails.of(request.params.address.toLowerCase())),
  )
}
