import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Locale, Text } from '#kernel/text.ts'
import { lineWords as words } from '#sandbox/operator/line-words.ts'
import { sendPage } from '#sandbox/page.tsx'
import type { PartnerApi } from '#sandbox/partner-client.ts'
import { report } from '#sandbox/report.ts'

const posted = z.object({ person: z.string().max(50).default(''), mobile: z.string().max(30).default('') })
type Typed = z.infer<typeof posted>

const recorded = z.object({ known: z.boolean() })
/** The counter where somebody takes a line in their name; the platform hears of it from the operator. */
export function lineRoutes(app: FastifyInstance, api: PartnerApi): void {
  app.get('/line', (request, reply) =>
    sendPage(request, reply, {
      title: words.title,
      body: (locale) => <LineForm locale={locale} typed={posted.parse({})} />,
    }),
  )
  app.post('/line', async (request, reply) => {
    const read = posted.safeParse(request.body)
    if (!read.success) return reply.redirect('/operator/line', 303)
    const said = await reportLine(api, read.data)
    return sendPage(request, reply, {
      title: words.title,
      body: (locale) => (
        <>
          <p class="note" role="status">
            {said[locale]}
          </p>
          <LineForm locale={locale} typed={read.data} />
        </>
      ),
    })
  })
}

/** Tells the platform whose the line is, and says what it answered. */
async function reportLine(api: PartnerApi, it: Typed): Promise<Text> {
  const said = await report(api, '/partners/v1/lines', it, recorded)
  if (said.kind === 'no-answer') return words.noAnswer
  if (said.kind === 'taken') return said.answer.known ? words.known : words.recorded
  return { ar: `${words.refused.ar} ${said.because}`, en: `${words.refused.en} ${said.because}` }
}

function LineForm({ locale, typed }: { readonly locale: Locale; readonly typed: Typed }) {
  const Field = ({ name }: { readonly name: keyof Typed }) => (
    <p class="field">
      <label for={name}>{words[name][locale]}</label>
      <input id={name} name={name} value={typed[name]} inputMode="numeric" dir="ltr" />
    </p>
  )
  return (
    <>
      <p>{words.lead[locale]}</p>
      <form method="post" action="/operator/line">
        <Field name="person" />
        <Field name="mobile" />
        <button type="submit">{words.record[locale]}</button>
      </form>
      <p>
        <a href="/operator">{words.back[locale]}</a>
      </p>
    </>
  )
}
