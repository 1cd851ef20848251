import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { operation } from '#platform/catalogue/operation.ts'
import { form } from '#platform/forms/field.ts'
import { text } from '#platform/forms/fields/index.ts'
import { problems } from '#platform/problem.ts'
import { childOfDeed, deedAbout, endDeed } from '../registry/deeds.ts'
import { tellFamily } from '../tell.ts'

/** For the courts’ system: a deed that was ended or overturned stops to hold at once. */
export default operation('end-custody-deed', {
  sector: 'justice',
  version: 1,
  path: '/custody-deeds/end',
  scope: 'custody:write',
  title: { ar: 'إنهاء صك حضانة', en: 'End a custody deed' },
  summary: {
    ar: 'يوقف أثر الصك في الحال ويخبر الوالدين.',
    en: 'The deed stops to hold at once, and both parents are told.',
  },
  input: form({
    number: text({ label: { ar: 'رقم الصك', en: 'Number of the deed' }, max: 20 }),
    reason: text({ label: { ar: 'السبب', en: 'Reason' }, max: 300 }),
  }),
  run: async ({ tx, clock, client }, { number, reason }) => {
    const child = await childOfDeed(tx, number)
    const deed = child && (await deedAbout(tx, child, number))
    if (!deed) return err(problems.answersWrong({ number: unknown }))
    const at = clock.now()
    if (!(await endDeed(tx, { child: deed.child, number, reason, at }))) return ok({ number, known: true })
    await record(tx, {
      subject: deed.child,
      by: { kind: 'partner', client, scopes: ['custody:write'] },
      action: 'custody.end',
      about: number,
      ground: 'custody:write',
      at,
    })
    await tellFamily(tx, deed, { what: 'ended', at })
    return ok({ number, known: false })
  },
})

const unknown: Text = { ar: 'لا صك بهذا الرقم.', en: 'No deed has this number.' }
