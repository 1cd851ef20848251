import type { Day } from '#kernel/day.ts'
import { type Mobile, maskMobile } from '#kernel/mobile.ts'
import { record } from '#platform/audit/record.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Tx } from '#platform/database/tables.ts'
import { take } from '#platform/guard/throttle.ts'
import { notify } from '#platform/notices/notify.ts'
import type { Person } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { withAlarm } from './alarm.ts'
import { registrationTexts as texts } from './register-texts.ts'
import { suspect } from './suspicion.ts'

const DAY = 24 * 60 * 60
/** Tries in a day that may be slips of the pen; the next one opens a case. */
const SLIPS = 2

/**
 * Notes that a registration gave details which are not those of the holder of its number: the true holder hears
 * of it, once a day, with a link that says that it was not them. From the third in a day on an officer looks into
 * it (register R-ACC-09). Whoever registers is told nothing of this.
 */
export async function noteContradiction(
  tx: Tx,
  { vault, config }: Pick<Platform, 'vault' | 'config'>,
  it: { readonly known: Person; readonly born: Day; readonly mobile: Mobile; readonly at: Date },
): Promise<void> {
  const { known, born, mobile, at } = it
  const person = known.id
  await record(tx, { subject: person, by: anonymous, action: 'account.refuse', about: 'registration', at })
  const { title, body } = texts.warning
  const key = `registration-refused-${at.toISOString().slice(0, 10)}`
  const told = await tx
    .selectFrom('notice')
    .select('id')
    .where('person_id', '=', person)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!told)
    await notify(tx, {
      to: person,
      key,
      title,
      body: await withAlarm(tx, { origin: config.origin, person, body, at, about: 'identity' }),
      sms: known.registeredMobile !== mobile,
      at,
    })
  if (known.born === born && (known.registeredMobile === undefined || known.registeredMobile === mobile))
    return
  const slip = await take(
    tx,
    { key: `registration-contradicts:${vault.index(person)}`, limit: SLIPS, per: DAY },
    at,
  )
  if (!slip.ok)
    await suspect(tx, { vault }, { person, kind: 'registration', facts: factsOf(it), by: anonymous, at })
}

const factsOf = ({
  known,
  born,
  mobile,
  at,
}: {
  readonly known: Person
  readonly born: Day
  readonly mobile: Mobile
  readonly at: Date
}): readonly Fact[] => [
  { key: 'triedAt', label: { ar: 'محاولة تسجيل', en: 'A registration was tried' }, value: v.instant(at) },
  {
    key: 'bornMatches',
    label: { ar: 'تاريخ الميلاد المعطى يطابق السجل', en: 'The birth date given is the register’s' },
    value: v.yesNo(known.born === born),
  },
  {
    key: 'mobileGiven',
    label: { ar: 'الجوال المعطى', en: 'The mobile given' },
    value: v.code(maskMobile(mobile)),
  },
  {
    key: 'mobileRegistered',
    label: { ar: 'الجوال المسجل باسم صاحب الهوية', en: 'The line in the holder’s name' },
    value: known.registeredMobile ? v.code(maskMobile(known.registeredMobile)) : v.none,
  },
]
