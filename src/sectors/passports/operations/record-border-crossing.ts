import { err, ok } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { operation } from '#platform/catalogue/operation.ts'
import { form } from '#platform/forms/field.ts'
import { choice, instant, passportNumber, personNumber, text } from '#platform/forms/fields/index.ts'
import { findPerson } from '#platform/people/person.ts'
import { problems } from '#platform/problem.ts'
import { portCodes, ports } from '../ports.ts'
import { recordCrossing } from '../registry/record-crossing.ts'
import type { Direction } from '../registry/tables.ts'
import { visaByNumber } from '../registry/visas.ts'
import { directions } from '../words.ts'

// The keys of a constant record are its key type.
const ways = (Object.keys(directions) as Direction[]).map((value) => ({ value, label: directions[value] }))

/** For the gates of airports, land posts and harbours: what happened, not whether it may. */
export default operation('record-border-crossing', {
  sector: 'passports',
  version: 1,
  path: '/border-crossings',
  scope: 'crossings:write',
  title: { ar: 'تسجيل عبور الحدود', en: 'Record a border crossing' },
  summary: {
    ar: 'يسجّل دخول شخص أو خروجه، وما يترتب على ذلك في تأشيرته وإقامته. لا تُرسل رسالة إلى أحد.',
    en: 'Records that a person entered or left, and what follows for their visa and residency. Nobody is sent a message.',
  },
  input: form({
    reference: text({
      label: { ar: 'رقم السجل لديكم', en: 'Your own number of the record' },
      hint: { ar: 'الرقم نفسه مرة أخرى لا يسجّل شيئًا.', en: 'The same number again records nothing.' },
      max: 64,
    }),
    person: personNumber({ label: { ar: 'رقم المسافر', en: 'The traveller’s number' } }),
    direction: choice({ label: { ar: 'الاتجاه', en: 'Direction' }, options: ways }),
    port: choice({
      label: { ar: 'المنفذ', en: 'Port' },
      options: portCodes.map((value) => ({ value, label: ports[value] })),
    }),
    at: instant({ label: { ar: 'وقت العبور', en: 'When it happened' } }),
    passport: passportNumber({
      label: { ar: 'رقم جواز السفر', en: 'Passport number' },
      hint: { ar: 'الجواز الذي سافر به، إن وُجد.', en: 'The one travelled with, if any.' },
      optional: true,
    }),
    visa: text({
      label: { ar: 'رقم التأشيرة', en: 'Visa number' },
      hint: {
        ar: 'إن لم يُذكر استُعملت التأشيرة المناسبة من السجل.',
        en: 'When absent, the one in the registry that fits is used.',
      },
      max: 20,
      optional: true,
    }),
  }),
  run: async ({ tx, clock, client }, answers) => {
    const now = clock.now()
    const crossedAt = new Date(answers.at)
    if (crossedAt > now) return err(problems.answersWrong({ at: notYet }))
    const traveller = await findPerson(tx, answers.person)
    if (!traveller?.alive) return err(problems.answersWrong({ person: unknownPerson }))
    const visa = answers.visa === undefined ? undefined : await visaByNumber(tx, answers.visa)
    if (answers.visa !== undefined && visa?.holder !== traveller.id)
      return err(problems.answersWrong({ visa: unknownVisa }))
    const { known } = await recordCrossing(tx, {
      person: traveller.id,
      direction: answers.direction,
      crossedAt,
      port: answers.port,
      passport: answers.passport,
      visa,
      source: client,
      record: answers.reference,
      at: now,
    })
    return ok({ known })
  },
})

const notYet: Text = { ar: 'هذا الوقت لم يأتِ بعد.', en: 'That time has not come yet.' }
const unknownPerson: Text = { ar: 'لا شخص حيّ بهذا الرقم.', en: 'Nobody living has this number.' }
const unknownVisa: Text = {
  ar: 'ليس لهذا المسافر تأشيرة بهذا الرقم.',
  en: 'This traveller has no visa of this number.',
}
