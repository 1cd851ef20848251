import { maskMobile } from '#kernel/mobile.ts'
import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { operation } from '#platform/catalogue/operation.ts'
import { newId } from '#platform/database/ids.ts'
import { form } from '#platform/forms/field.ts'
import { mobile, personNumber } from '#platform/forms/fields/index.ts'
import { notify } from '#platform/notices/notify.ts'
import { findPerson } from '#platform/people/person.ts'
import { registerMobile } from '#platform/people/write.ts'
import { problems } from '#platform/problem.ts'

const scope = 'lines:write'

/** For operators: whose a line is. Only such a line becomes an account's mobile (register update-mobile-number). */
export default operation('record-line', {
  sector: 'telecom',
  version: 1,
  path: '/lines',
  scope,
  title: { ar: 'تسجيل خط باسم شخص', en: 'Record a line in a person’s name' },
  summary: {
    ar: 'يسجّل الخط الجديد لشخص بعد أن طابق المشغّل هويته، ويخبره. لا يغيّر جوال حسابه: يغيّره هو. الخط نفسه مرة أخرى لا يسجّل شيئًا.',
    en: 'Records the new line of a person whose identity the operator has matched, and tells them. The mobile of their account stays: they change it themselves. The same line again records nothing.',
  },
  input: form({
    person: personNumber({ label: { ar: 'رقم صاحب الخط', en: 'Whose line it is' } }),
    mobile: mobile({ label: { ar: 'الخط', en: 'The line' } }),
  }),
  run: async ({ tx, clock, client }, answers) => {
    const at = clock.now()
    const holder = await findPerson(tx, answers.person)
    if (!holder?.alive) return err(problems.answersWrong({ person: unknownPerson }))
    if (holder.registeredMobile === answers.mobile) return ok({ known: true })
    await registerMobile(tx, holder.id, answers.mobile)
    await record(tx, {
      subject: holder.id,
      by: { kind: 'partner', client, scopes: [scope] },
      action: 'line.write',
      about: maskMobile(answers.mobile),
      ground: scope,
      at,
    })
    const line = maskMobile(answers.mobile)
    await notify(tx, {
      to: holder.id,
      key: `line-${newId(at)}`,
      title: { ar: 'خط جوال جديد باسمك', en: 'A new mobile line in your name' },
      body: {
        ar: `ديوان: سُجّل باسمك الخط ${line}. إن أردته جوالًا لحسابك فغيّره من صفحة حسابك. لم تطلبه؟ راجع مشغّل الاتصالات اليوم.`,
        en: `Diwan: the line ${line} is in your name now. To make it the mobile of your account, change it on your account’s page. You did not ask for it? See the telecom operator today.`,
      },
      link: '/account/mobile',
      sms: true,
      mail: true,
      at,
    })
    return ok({ known: false })
  },
})

const unknownPerson: Text = { ar: 'لا شخص حيّ بهذا الرقم.', en: 'Nobody living has this number.' }
