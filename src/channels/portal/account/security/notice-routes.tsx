import type { FastifyInstance } from 'fastify'
import { FieldControl } from '#channels/face/field-control.tsx'
import { verifyCsrf } from '#channels/face/session.ts'
import { sendPage } from '#channels/face/visit.ts'
import { locales } from '#kernel/text.ts'
import { chooseNotices, noticePreferences } from '#platform/accounts/preferences.ts'
import { choice, consent } from '#platform/forms/fields/index.ts'
import type { Platform } from '#platform/platform.ts'
import { portalNav } from '../../nav.ts'
import { AccountForm } from '../account-form.tsx'
import { postedText } from '../body.ts'
import { ownAccount } from './signed-in.ts'
import { securityWords, tell } from './words.ts'

const page = '/account/notifications'

const language = choice({
  label: securityWords.noticeLanguage,
  options: [
    { value: 'ar', label: { ar: 'العربية', en: 'العربية' } },
    { value: 'en', label: { ar: 'English', en: 'English' } },
  ],
})
const routineSms = {
  ...consent({ label: securityWords.noticeSms, hint: securityWords.noticeSmsHint }),
  optional: true,
}

/** The language of messages, and which of them come by text (register notification-preferences). */
export function noticeRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    page,
    ownAccount(platform, page, async ({ reply, visit, by }) => {
      const chosen = await noticePreferences(platform.db, by.person)
      const { locale } = visit
      return sendPage(reply, platform, visit, {
        title: tell('notices', locale),
        nav: portalNav(visit),
        children: (
          <AccountForm
            visit={visit}
            title={tell('notices', locale)}
            action={page}
            button={tell('save', locale)}
            intro={<p>{tell('noticesLead', locale)}</p>}
          >
            <FieldControl name="language" field={language} value={chosen.language} locale={locale} />
            <FieldControl name="routineSms" field={routineSms} value={chosen.routineSms} locale={locale} />
          </AccountForm>
        ),
      })
    }),
  )

  app.post(
    page,
    { preHandler: verifyCsrf },
    ownAccount(platform, page, async ({ request, reply, by }) => {
      const asked = postedText(request, 'language')
      const before = await noticePreferences(platform.db, by.person)
      await chooseNotices(platform, by, {
        language: locales.find((locale) => locale === asked) ?? before.language,
        routineSms: postedText(request, 'routineSms') === 'yes',
      })
      return reply.redirect('/account?done=noticesChosen', 303)
    }),
  )
}
