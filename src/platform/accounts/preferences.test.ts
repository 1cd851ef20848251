import { describe, expect, it } from 'vitest'
import { transact } from '#platform/database/transact.ts'
import { notify } from '#platform/notices/notify.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { testPlatform } from '#tests/support/database.ts'
import { noCatalogue } from '#tests/support/no-catalogue.ts'
import { aPerson, mobileOf } from '#tests/support/people.ts'
import { chooseNotices, noticePreferences } from './preferences.ts'

const { platform, db, clock, sent, runJobs } = await testPlatform({ catalogue: noCatalogue })

describe('how a person wishes to be told', () => {
  it('chooses the language, and silences routine messages but never the others', async () => {
    const person = await aPerson(db)
    await anAccount(platform, person)
    const { by } = await aHolder(platform, person)
    expect(await noticePreferences(db, person)).toEqual({ language: 'ar', routineSms: true })
    const tell = async (key: string, routine: boolean) => {
      await transact(db, (tx) =>
        notify(tx, {
          to: person,
          key,
          title: { ar: 'عنوان', en: 'Title' },
          body: { ar: 'نص', en: `About ${key}` },
          sms: true,
          routine,
          at: clock.now(),
        }),
      )
      await runJobs()
    }
    await tell('first', true)
    await chooseNotices(platform, by, { language: 'en', routineSms: false })
    await tell('second', true)
    await tell('third', false)
    const texts = sent.sms.filter(({ to }) => to === mobileOf(person)).map(({ text }) => text)
    expect(texts).toEqual(['نص', 'About third'])
    const inbox = await db.selectFrom('notice').select('key').where('person_id', '=', person).execute()
    expect(inbox).toHaveLength(3)
  })
})
