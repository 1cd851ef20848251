import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import type { Text } from '#kernel/text.ts'
import { activateByOfficer, type OfficerActivation } from '#platform/accounts/activate-by-officer.ts'
import { lookUpAtDesk } from '#platform/accounts/activation-desk.ts'
import { secondLooks } from '#platform/accounts/second-look.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type AtWork, atWork } from '../at-work.tsx'
import { mobileNews } from '../lost-mobile/routes.tsx'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'
import { activationUnit } from '../units.ts'
import { ActivatePage, ActivationHome } from './activation-pages.tsx'
import { whom } from './whom.ts'

const home = '/office/activation'
const unit = activationUnit

/** The activation desk: the person in front of the officer, once (register activate-account-officer). */
export function activationRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }

  app.get(
    home,
    atWork(platform, (it) =>
      showHome(platform, it, {
        reviewed: (['yes', 'disputed'] as const).find((one) => one === it.asked('reviewed')),
        news: mobileNews(it.asked('mobile')),
      }),
    ),
  )

  for (const answered of ['find', 'activate'])
    app.get(`${home}/${answered}`, (_request, reply) => reply.redirect(home, 303))

  app.post(
    `${home}/find`,
    guarded,
    atWork(platform, (it) => showPerson(platform, it)),
  )

  app.post(
    `${home}/activate`,
    guarded,
    atWork(platform, async (it) => {
      const typed = typedOf(it)
      const { kind, biometric, compared } = typed
      if (!isDocument(kind) || !isBiometric(biometric) || typed.document === '' || compared !== 'yes')
        return showPerson(platform, it, typed, missing(typed))
      const done = await activateByOfficer(
        platform,
        { of: whom(it.posted('who')), document: { kind, number: typed.document }, biometric, unit },
        it.officer,
      )
      if (done.ok) return showHome(platform, it, { receipt: done.value })
      return done.error.fields
        ? showPerson(platform, it, typed, done.error.fields)
        : showHome(platform, it, { problem: done.error })
    }),
  )
}

const isDocument = (kind: string): kind is OfficerActivation['document']['kind'] =>
  kind === 'identity-card' || kind === 'passport'
const isBiometric = (kind: string): kind is OfficerActivation['biometric'] =>
  kind === 'fingerprint' || kind === 'face'

const typedOf = (it: AtWork) => ({
  kind: it.posted('kind'),
  document: it.posted('document').trim(),
  biometric: it.posted('biometric'),
  compared: it.posted('compared'),
})

const missing = (typed: ReturnType<typeof typedOf>): Readonly<Record<string, Text>> => ({
  ...(isDocument(typed.kind) ? {} : { kind: said((m) => m.activation.documentMissing) }),
  ...(typed.document ? {} : { document: said((m) => m.activation.numberMissing) }),
  ...(isBiometric(typed.biometric) ? {} : { biometric: said((m) => m.activation.biometricMissing) }),
  ...(typed.compared === 'yes' ? {} : { compared: said((m) => m.activation.matchesMissing) }),
})

/** The person behind what was scanned or typed, to be compared; each showing is in their log. */
async function showPerson(
  platform: Platform,
  it: AtWork,
  typed?: ReturnType<typeof typedOf>,
  errors?: Readonly<Record<string, Text>>,
): Promise<FastifyReply> {
  const who = it.posted('who').trim()
  if (who === '')
    return showHome(platform, it, {
      problem: problems.answersWrong({ who: said((m) => m.activation.whoMissing) }),
    })
  const person = await lookUpAtDesk(platform, { of: whom(who), unit }, it.officer)
  if (!person.ok) return showHome(platform, it, { problem: person.error, who })
  return it.page({
    title: officeMessages(it.visit.locale).activation.check,
    path: home,
    ...(errors ? { status: 422 } : {}),
    keys: ['a'],
    children: (
      <ActivatePage
        visit={it.visit}
        who={who}
        person={person.value}
        errors={errors}
        {...(typed ? { typed } : {})}
      />
    ),
  })
}

async function showHome(
  { db }: Platform,
  it: AtWork,
  more: { problem?: Problem } & Pick<
    Parameters<typeof ActivationHome>[0],
    'receipt' | 'reviewed' | 'who' | 'news'
  > = {},
): Promise<FastifyReply> {
  if (!it.officer.units.includes(unit)) return it.problem(problems.notYours)
  return it.page({
    title: officeMessages(it.visit.locale).activation.title,
    path: home,
    ...(more.problem ? { status: more.problem.status } : {}),
    children: (
      <ActivationHome
        visit={it.visit}
        officer={it.officer.officer}
        toReview={await secondLooks(db, 'activation', [unit])}
        mobiles={await secondLooks(db, 'mobile', [unit])}
        {...more}
      />
    ),
  })
}
