import type { FastifyInstance } from 'fastify'
import { formatMobile, parseMobile } from '#kernel/mobile.ts'
import { localeOf, sendPage } from '#sandbox/page.tsx'
import type { Inbox } from '#sandbox/phone/inbox.ts'
import { liveAfter, streamMessages } from '#sandbox/phone/live.ts'
import { switchedOff, type TextMessage } from '#sandbox/phone/message-centre.ts'
import { Bubble, Messages, Picker } from '#sandbox/phone/views.tsx'
import { words } from '#sandbox/phone/words.ts'

/** The phones: pick a number, see its messages arrive, or read them as JSON. */
export function phoneRoutes(app: FastifyInstance, texts: Inbox<TextMessage>): void {
  app.get<{ Querystring: { mobile?: string } }>('/', (request, reply) => {
    const given = request.query.mobile
    const picked = given === undefined ? undefined : parseMobile(given)
    if (picked?.ok) return reply.redirect(`/phone/${encodeURIComponent(picked.value)}`, 303)
    const recent = texts.recent().map(({ address, last }) => ({
      href: `/phone/${encodeURIComponent(address)}`,
      label: shown(address),
      last: last.text,
    }))
    if (picked) reply.code(422)
    return sendPage(request, reply, {
      title: words.title,
      ...(picked ? {} : { refresh: 5 }),
      body: (locale) => (
        <>
          <Picker
            locale={locale}
            action="/phone"
            field={{ name: 'mobile', inputMode: 'tel', label: words.number, hint: words.numberHint }}
            given={given ?? ''}
            error={picked?.error}
            recent={recent}
          >
            <p class="note">{words.off[locale]}</p>
          </Picker>
          <p>
            <a href="/phone/mail">{words.mail[locale]}</a>
          </p>
        </>
      ),
    })
  })

  app.get<{ Params: { mobile: string } }>('/:mobile', (request, reply) => {
    const mobile = parseMobile(request.params.mobile)
    if (!mobile.ok) return reply.redirect(`/phone?mobile=${encodeURIComponent(request.params.mobile)}`, 303)
    const number = mobile.value
    return sendPage(request, reply, {
      title: { ar: `هاتف ${shown(number)}`, en: `Phone ${shown(number)}` },
      refresh: 3,
      scripts: ['/phone/browser.js'],
      body: (locale) => (
        <>
          {switchedOff(number) && <p class="note">{words.isOff[locale]}</p>}
          <Messages
            live={liveAfter(`/phone/${encodeURIComponent(number)}/live`, texts.newest(number))}
            locale={locale}
          >
            {texts.of(number).map((message) => (
              <Bubble key={message.at} message={message} locale={locale} />
            ))}
          </Messages>
          <p>
            <a href="/phone">{words.phones[locale]}</a>
          </p>
        </>
      ),
    })
  })

  app.get<{ Params: { mobile: string } }>('/:mobile/live', (request, reply) => {
    const mobile = parseMobile(request.params.mobile)
    if (!mobile.ok) return reply.code(404).send()
    const locale = localeOf(request)
    streamMessages(request, reply, texts, mobile.value, (message) => (
      <Bubble message={message} locale={locale} />
    ))
    return reply
  })

  app.get<{ Params: { mobile: string } }>('/:mobile/messages', (request, reply) => {
    const mobile = parseMobile(request.params.mobile)
    return mobile.ok ? reply.send(texts.of(mobile.value)) : reply.code(404).send([])
  })
}

/** A number as people write it at home; one from elsewhere as it came. */
function shown(address: string): string {
  const mobile = parseMobile(address)
  return mobile.ok ? formatMobile(mobile.value) : address
}
