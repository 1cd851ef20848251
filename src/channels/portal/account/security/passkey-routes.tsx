import type { FastifyInstance } from 'fastify'
import { DataTable } from '#channels/face/data-table.tsx'
import { FieldControl } from '#channels/face/field-control.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { sendPage } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import { acts } from '#platform/accounts/acts.ts'
import {
  addPasskey,
  newPasskeyOptions,
  type Passkey,
  passkeysOf,
  removePasskey,
} from '#platform/accounts/passkey.ts'
import { text } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { postedText } from '../body.ts'
import { confirmed } from './confirmed.ts'
import { OneButton } from './one-button.tsx'
import { passkeyAnswer } from './passkey-answer.ts'
import { PasskeyForm } from './passkey-form.tsx'
import type { Call } from './signed-in.ts'
import { securityWords, tell } from './words.ts'

const page = acts.passkeys.page

/** Passkeys: the list, adding one, removing one. */
export function passkeyRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const whenConfirmed = (answer: (call: Call) => unknown) => confirmed(platform, 'passkeys', page, answer)

  async function show({ reply, visit, by }: Call, problem?: Problem) {
    const { locale } = visit
    const passkeys = await passkeysOf(platform.db, by.person)
    return sendPage(reply, platform, visit, {
      title: tell('passkeys', locale),
      path: page,
      nav: portalNav(visit),
      ...(problem ? { status: problem.status } : {}),
      children: (
        <div class="stack">
          <header>
            <h1>{tell('passkeys', locale)}</h1>
            <p class="lead">{tell('passkeysLead', locale)}</p>
          </header>
          {problem && (
            <Notice tone="bad" title={problem.title[locale]} announce>
              <p>{problem.detail?.[locale]}</p>
            </Notice>
          )}
          <PasskeyTable visit={visit} passkeys={passkeys} />
          <section class="sheet stack">
            <h2>{tell('passkeyAdd', locale)}</h2>
            <noscript>
              <p>{tell('passkeyScripts', locale)}</p>
            </noscript>
            <PasskeyForm
              visit={visit}
              kind="create"
              action={`${page}/add`}
              options={`${page}/options`}
              words={tell('passkeyAdd', locale)}
              look="primary"
            >
              <FieldControl
                name="name"
                field={text({
                  label: securityWords.passkeyName,
                  hint: securityWords.passkeyNameHint,
                  optional: true,
                })}
                locale={locale}
              />
            </PasskeyForm>
          </section>
          <p>
            <a class="go" href="/account">
              {tell('back', locale)}
            </a>
          </p>
        </div>
      ),
    })
  }

  app.get(
    page,
    whenConfirmed((call) => show(call)),
  )

  app.post(
    `${page}/options`,
    guarded,
    whenConfirmed(async ({ reply, by }) =>
      reply.header('cache-control', 'no-store').send(await newPasskeyOptions(platform, by)),
    ),
  )

  app.post(
    `${page}/add`,
    guarded,
    whenConfirmed(async (call) => {
      const { request, reply, by } = call
      const name = postedText(request, 'name')
      const added = await addPasskey(platform, by, { answer: passkeyAnswer(request), name })
      return added.ok ? reply.redirect('/account?done=passkeyAdded', 303) : show(call, added.error)
    }),
  )

  app.post(
    `${page}/remove`,
    guarded,
    whenConfirmed(async ({ request, reply, visit, by }) => {
      const gone = await removePasskey(platform, by, postedText(request, 'passkey'))
      return gone.ok
        ? reply.redirect('/account?done=passkeyRemoved', 303)
        : sendProblem(reply, platform, visit, gone.error)
    }),
  )
}

function PasskeyTable({
  visit,
  passkeys,
}: {
  readonly visit: Call['visit']
  readonly passkeys: readonly Passkey[]
}) {
  const { locale } = visit
  if (passkeys.length === 0) return null
  return (
    <DataTable
      caption={tell('passkeys', locale)}
      columns={[
        {
          key: 'name',
          label: tell('name', locale),
          cell: (key) => (
            <>
              <bdi>{key.name}</bdi>{' '}
              <StatusPill
                tone="neutral"
                words={tell(key.synced ? 'passkeySynced' : 'passkeyBound', locale)}
              />
            </>
          ),
        },
        { key: 'made', label: tell('made', locale), cell: (key) => formatInstant(key.madeAt, locale) },
        {
          key: 'used',
          label: tell('seen', locale),
          cell: (key) => (key.lastUsedAt ? formatInstant(key.lastUsedAt, locale) : tell('never', locale)),
        },
        {
          key: 'remove',
          label: '',
          cell: (key) => (
            <OneButton
              visit={visit}
              action={`${page}/remove`}
              words={tell('forget', locale)}
              of={key.name}
              hidden={{ passkey: key.id }}
            />
          ),
        },
      ]}
      rows={passkeys}
      rowKey={(key) => key.id}
    />
  )
}
