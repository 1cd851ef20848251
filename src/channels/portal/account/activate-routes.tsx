import type { FastifyInstance } from 'fastify'
import { Button, LinkButton } from '#channels/face/button.tsx'
import { HiddenInputs } from '#channels/face/confirm-panel.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import { requirePerson, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, type Visit, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import { personKind } from '#kernel/person-number.ts'
import type { Locale } from '#kernel/text.ts'
import { type ActivationForm, printActivationForm } from '#platform/accounts/activation-form.ts'
import type { Principal } from '#platform/authority/principal.ts'
import { v } from '#platform/catalogue/value.ts'
import { renderPdf } from '#platform/documents/pdf.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../nav.ts'
import { sendProblem } from '../problem-page.tsx'
import { abroadPage } from './abroad/abroad-pages.tsx'
import { words as abroadWords } from './abroad/words.ts'
import { say, words } from './words.ts'

/** How to activate, and the form for the officer. */
export function activateRoutes(app: FastifyInstance, platform: Platform): void {
  app.get('/activate', async (request, reply) => {
    const visit = await visitOf(platform, request)
    return sendPage(reply, platform, visit, {
      title: say('activate', visit.locale),
      nav: portalNav(visit),
      children: <ActivatePage visit={visit} />,
    })
  })

  app.post('/activate/form', { preHandler: verifyCsrf }, async (request, reply) => {
    const visit = await visitOf(platform, request)
    const person = requirePerson(request)
    if (!person.ok) return sendProblem(reply, platform, { ...visit, path: '/activate' }, person.error)
    const form = await printActivationForm(platform, person.value)
    if (!form.ok) return sendProblem(reply, platform, visit, form.error)
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="diwan-activation.pdf"')
      .type('application/pdf')
      .send(Buffer.from(formPdf(form.value, visit.locale, platform.config.sandbox !== undefined)))
  })
}

/** The sheet that the officer takes: a one-use code and no secret of the account. */
const formPdf = (form: ActivationForm, language: Locale, demo: boolean): Uint8Array =>
  renderPdf({
    layout: 'form',
    language,
    title: words.formTitle,
    holder: form.name,
    note: words.formNote,
    qr: { content: form.token, caption: words.formQr },
    facts: [
      { key: 'person', label: words.formNumber, value: v.code(form.person) },
      { key: 'username', label: words.formUsername, value: v.code(form.username) },
      { key: 'code', label: words.formCode, value: v.code(form.token) },
      { key: 'issued', label: words.formIssued, value: v.day(dayOf(form.issuedAt)) },
      { key: 'until', label: words.formUntil, value: v.day(dayOf(form.expiresAt)) },
    ],
    madeAt: form.issuedAt,
    demo,
  })

/** A mission receives citizens alone; who has not signed in may be one. */
const isOfferedAbroad = (principal: Principal): boolean =>
  principal.kind !== 'person' || personKind(principal.person) === 'citizen'

function ActivatePage({ visit }: { readonly visit: Visit }) {
  const { locale, principal } = visit
  if (principal.kind === 'person' && principal.account === 'activated')
    return (
      <div class="stack narrow">
        <h1>{say('activate', locale)}</h1>
        <Notice tone="good" banner title={say('active', locale)}>
          <p>{say('activeLead', locale)}</p>
        </Notice>
        <div>
          <LinkButton href={paths.guide}>{say('go', locale)}</LinkButton>
        </div>
      </div>
    )
  return (
    <div class="stack narrow">
      <h1>{say('activate', locale)}</h1>
      <p>{say('activateLead', locale)}</p>
      <section class="sheet stack">
        <h2>{say('byBank', locale)}</h2>
        <p>{say('byBankSteps', locale)}</p>
      </section>
      <section class="sheet stack">
        <h2>{say('byOfficer', locale)}</h2>
        <p>{say('byOfficerSteps', locale)}</p>
        {principal.kind === 'person' ? (
          <form method="post" action="/activate/form">
            <HiddenInputs values={{ _csrf: visit.csrf }} />
            <Button icon="printer">{say('printForm', locale)}</Button>
          </form>
        ) : (
          <div>
            <LinkButton href="/sign-in?next=%2Factivate">{say('signInToPrint', locale)}</LinkButton>
          </div>
        )}
        <p>
          <a class="go" href={`${paths.centres}?kind=offices`}>
            {say('centres', locale)}
          </a>
        </p>
      </section>
      {isOfferedAbroad(principal) && (
        <section class="sheet stack">
          <h2>{abroadWords.title[locale]}</h2>
          <p>{abroadWords.lead[locale]}</p>
          <p>
            <a class="go" href={abroadPage}>
              {abroadWords.open[locale]}
            </a>
          </p>
        </section>
      )}
      <section class="sheet stack">
        <h2>{say('byDevice', locale)}</h2>
        <p>{say('byDeviceSteps', locale)}</p>
        <p>
          <a class="go" href={`${paths.centres}?kind=devices`}>
            {say('centres', locale)}
          </a>
        </p>
      </section>
    </div>
  )
}
