import { describe, expect, it } from 'vitest'
import { addYears } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import { castNumber } from '#population/cast.ts'
import { db, theOne } from './support/country.ts'
import {
  button,
  follow,
  look,
  nextText,
  open,
  press,
  says,
  signedIn,
  someone,
  typeVisualCode,
} from './support/visitor.ts'

describe('a child’s fingerprints', () => {
  it('are refused at five with the date, and enrolled at seven', async () => {
    const five = await db
      .selectFrom('person')
      .select('born')
      .where('person_id', '=', castNumber('child5'))
      .executeTakeFirstOrThrow()
    const parent = await signedIn('parent', { path: '/services/enrol-child-fingerprint' })
    await look(parent, 'child-choice')
    await follow(parent, /ليان/)
    await says(parent, formatDay(addYears(five.born, 6), 'ar'))
    expect(await button(parent, 'ابدأ').count()).toBe(0)
    await look(parent, 'child-too-young')

    await follow(parent, /يوسف/)
    await press(parent, 'ابدأ')
    await press(parent, 'إرسال')
    await follow(parent, 'احجز موعدًا')
    await press(parent, 'اعرض الأوقات')
    await parent.getByRole('radio').first().check({ force: true })
    await look(parent, 'appointment')
    const booked = await nextText((await theOne('parent')).mobile)
    await press(parent, 'احجز')
    await says(parent, 'موعدك')
    await look(parent, 'appointment-booked')
    await booked()

    const officer = await signedIn('fingerprintOfficer', { office: true, path: '/office/desk' })
    await look(officer, 'office-desk')
    await officer.getByLabel('رقم الهوية أو رقم المعاملة').fill(castNumber('child7'))
    await press(officer, 'ابحث')
    const found = officer.getByRole('main').getByRole('link', { name: /FPR|FP|افتح/ })
    if ((await button(officer, /أؤكد/).count()) === 0) await found.first().click()
    await button(officer, /أؤكد/).waitFor()
    await look(officer, 'office-attendance')
    const enrolled = await nextText((await theOne('parent')).mobile)
    await press(officer, /أؤكد/)
    await enrolled('سُجّلت بصمة')

    const anybody = await someone()
    await open(anybody, '/services/query-fingerprint-by-iqama')
    await anybody.getByRole('textbox').first().fill(castNumber('child7'))
    await typeVisualCode(anybody)
    await press(anybody, 'عرض')
    await says(anybody, 'البصمة محدثة')
  })
})
