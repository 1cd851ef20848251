import type { Email } from '#kernel/email.ts'
import { openDemoAccounts } from '#platform/accounts/demo.ts'
import { noteContradiction } from '#platform/accounts/register-contradiction.ts'
import { reportAtDesk } from '#platform/accounts/suspicion-report.ts'
import { transact } from '#platform/database/transact.ts'
import { findPersons, type Person } from '#platform/people/person.ts'
import { castNames } from '#platform/people/synthetic.ts'
import type { Platform } from '#platform/platform.ts'
import { must, type Officer } from './at-the-door.ts'
import { castNumber } from './cast.ts'
import { readyPassword } from './ready.ts'

/** A number that somebody tries to register with other details, and a document that is not its bearer’s. */
export async function openSuspicions(platform: Platform, colleague: Officer): Promise<void> {
  const holders = await strangers(platform)
  await openDemoAccounts(platform, {
    accounts: holders.flatMap(({ id, registeredMobile }, at) =>
      registeredMobile
        ? [
            {
              person: id,
              username: `holder.${at + 1}`,
              mobile: registeredMobile,
              // A name and a reserved domain make an address.
              email: `holder.${at + 1}@example.com` as Email,
              language: 'ar' as const,
            },
          ]
        : [],
    ),
    password: readyPassword,
  })
  const [known, bearer] = holders
  if (!known || !bearer?.registeredMobile) return
  const { born, registeredMobile: mobile } = bearer
  for (const hours of [5, 4, 3]) {
    const at = new Date(platform.clock.now().getTime() - hours * 3_600_000)
    await transact(platform.db, (tx) => noteContradiction(tx, platform, { known, born, mobile, at }))
  }
  const note = 'الصورة في الهوية لا تشبه حاملها، ولم يعرف اسم والدته.'
  must(
    await reportAtDesk(platform, { of: { person: bearer.id }, what: 'document', note }, colleague),
    'report',
  )
}

/** Two with a line of their own whom no part of the demonstration needs. */
async function strangers({ db }: Platform): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('person')
    .select('person_id')
    .where('person_id', 'not in', castNames.map(castNumber))
    .where('registered_mobile', 'is not', null)
    .orderBy('person_id')
    .limit(2)
    .execute()
  return [
    ...(
      await findPersons(
        db,
        rows.map((row) => row.person_id),
      )
    ).values(),
  ]
}
