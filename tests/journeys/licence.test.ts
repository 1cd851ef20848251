import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { addYears, type Day } from '#kernel/day.ts'
import { formatDay, formatHijri } from '#kernel/format.ts'
import { ensureDebian } from '#tests/support/debian.ts'
import { country, db, type Known, theOne } from './support/country.ts'
import {
  button,
  download,
  follow,
  link,
  look,
  nextText,
  open,
  payAtBiller,
  press,
  says,
  signedIn,
  someone,
  tabTo,
} from './support/visitor.ts'

/** Reads paper; a machine that has no poppler and cannot install it still walks the rest. */
const reader = ensureDebian(() => existsSync('/usr/bin/pdftoppm'), 'poppler-utils')

/** One driver through everything: each step stands on what the one before left. */
describe('a driver whose licence runs out', () => {
  let page: Page
  let who: Known
  let until: Day

  beforeAll(async () => {
    who = await theOne('driver')
    const licence = await db
      .selectFrom('driving_licence')
      .select('expires_on')
      .where('person_id', '=', who.number)
      .executeTakeFirstOrThrow()
    until = addYears(licence.expires_on, 5)
    page = await signedIn('driver')
  })

  it('finds the service by searching, and reads that an unpaid violation stands in the way', async () => {
    await look(page, 'home-signed-in')
    await page.getByLabel('ماذا تريد أن تفعل؟').fill('تجديد الرخصه')
    await button(page, 'ابحث').click()
    await look(page, 'search')
    await follow(page, /تجديد رخصة القيادة/)
    await says(page, 'شرط واحد لم يتحقق بعد')
    expect(await link(page, 'سدّد المخالفات').count()).toBe(1)
    expect(await button(page, 'ابدأ').count()).toBe(0)
    await look(page, 'renew-blocked')
  })

  it('pays it by the remedy’s link', async () => {
    await follow(page, 'سدّد المخالفات')
    await press(page, 'ابدأ')
    await page.getByRole('checkbox').first().check()
    await look(page, 'pay-violations-form')
    await press(page, 'متابعة')
    await press(page, 'إرسال')
    await look(page, 'pay-violations-bill')
    const text = await nextText(who.mobile)
    await press(page, /^سدّد/)
    await payAtBiller(page)
    await says(page, 'تمّ.')
    await text('سُددت')
  })

  it('renews for five years with delivery by the keyboard alone, changing the language on the way', async () => {
    await open(page, '/services/renew-driving-licence')
    await look(page, 'renew-open')
    await tabTo(page, button(page, 'ابدأ'))
    await page.keyboard.press('Enter')
    const five = page.getByRole('radio', { name: 'خمس سنوات' })
    await five.waitFor()
    await look(page, 'renew-form')
    await tabTo(page, page.getByRole('radio', { name: 'سنتان' }))
    await page.keyboard.press('ArrowDown')
    expect(await five.isChecked()).toBe(true)

    await tabTo(page, page.getByRole('link', { name: 'English' }).first())
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'العربية' }).first().waitFor()
    expect(await page.getByRole('radio', { name: '5 years' }).isChecked()).toBe(true)
    await tabTo(page, page.getByRole('link', { name: 'العربية' }).first())
    await page.keyboard.press('Enter')
    await five.waitFor()
    expect(await five.isChecked()).toBe(true)

    const address = page.getByRole('group', { name: 'عنوان التوصيل' }).getByRole('radio').first()
    if ((await address.count()) === 0) {
      await tabTo(page, button(page, 'متابعة'))
      await page.keyboard.press('Enter')
      await address.waitFor()
    }
    await tabTo(page, address)
    await page.keyboard.press('Space')
    await tabTo(page, button(page, 'متابعة'))
    await page.keyboard.press('Enter')
    await button(page, 'إرسال').waitFor()
    await look(page, 'renew-check')
    await tabTo(page, button(page, 'إرسال'))
    await page.keyboard.press('Enter')
    await button(page, /^سدّد/).waitFor()
    await look(page, 'renew-pay')

    const text = await nextText(who.mobile)
    await tabTo(page, button(page, /^سدّد/))
    await page.keyboard.press('Enter')
    await payAtBiller(page)
    await says(page, 'تمّ.')
    await look(page, 'renew-done')
    expect(await text('جُدّدت رخصة قيادتك')).toContain(formatDay(until, 'ar'))
  })

  it('holds the new licence, whose code anybody can check', async () => {
    await open(page, '/services/query-driving-licence-info')
    await says(page, formatDay(until, 'ar'))
    await says(page, formatHijri(until, 'ar'))
    await look(page, 'licence-info')

    await open(page, '/documents')
    await look(page, 'documents')
    await page.getByRole('main').getByRole('link', { name: /رخصة/ }).first().click()
    await look(page, 'document')
    const file = await download(page, /^(للطباعة \(PDF\)|تنزيل PDF)$/)
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')

    const code = await page
      .getByRole('definition')
      .filter({ hasText: /^[A-Z0-9]{6}$/ })
      .textContent()
    const number = await page
      .getByRole('definition')
      .filter({ hasText: /^\d{10}$/ })
      .last()
      .textContent()
    const anybody = await someone()
    await open(anybody, '/')
    await anybody.getByRole('link', { name: 'تحقّق من وثيقة' }).click()
    await look(anybody, 'verify')
    await anybody.getByText('بالرقم ورمز التحقق').click()
    await anybody.getByLabel('رقم الوثيقة').fill(number ?? '')
    await anybody.getByLabel('رمز التحقق', { exact: true }).fill(code ?? '')
    await anybody.keyboard.press('Enter')
    await anybody.getByRole('heading', { name: 'صحيحة وسارية' }).waitFor()
    await look(anybody, 'verify-valid', { again: false })

    if (reader) {
      await anybody.goto(await readQr(await printed(await file.path())))
      await says(anybody, 'الوثيقة صحيحة وسارية')
      await look(anybody, 'verify-by-code')
    }
  })

  it('objects to a violation of the camera with a photo, and the officer drops the fine', async () => {
    const camera = await someone()
    await camera.goto(`${country.sandbox}/camera`)
    await camera.getByLabel('لوحة المركبة، أو رقم هوية السائق').fill(who.number)
    const recorded = await nextText(who.mobile)
    await camera.getByRole('button', { name: 'سجّل المخالفة' }).click()
    await camera.getByText('سُجّلت المخالفة.').waitFor()
    await recorded()

    await open(page, '/services/object-traffic-violation')
    await press(page, 'ابدأ')
    await page.getByRole('radio', { name: 'لم تقع المخالفة' }).check()
    await page.getByLabel('ما حدث').fill('كنت متوقفًا عند الإشارة، والصورة المرفقة تبيّن ذلك.')
    await press(page, 'متابعة')
    const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#789' } })
      .jpeg()
      .toBuffer()
    await page
      .getByLabel('صورة أو مستند')
      .setInputFiles({ name: 'إشارة.jpg', mimeType: 'image/jpeg', buffer: photo })
    await look(page, 'objection-evidence')
    await press(page, 'متابعة')
    await look(page, 'objection-check')
    await press(page, 'إرسال')
    await says(page, 'ينظر فيه موظف')
    await look(page, 'objection-waits')
    const reference = await page
      .getByText(/[A-Z]{3}-14\d\d-/)
      .first()
      .textContent()

    const officer = await signedIn('trafficOfficer', { office: true, path: '/office' })
    await look(officer, 'office-queue')
    await officer.getByRole('link', { name: reference?.trim().split(/\s/).at(-1) ?? '' }).click()
    await says(officer, 'تجاوز السرعة من 20 إلى 30 كم/س')
    await look(officer, 'office-case')
    const text = await nextText(who.mobile)
    await officer.getByLabel('ملاحظة لصاحب الطلب').fill('الصورة تثبت أن المركبة كانت متوقفة.')
    await press(officer, 'أوافق')
    await says(officer, 'تمت الموافقة، وأُبلغ صاحب الطلب.')
    await text('قُبل اعتراضك')

    await page.reload()
    await says(page, 'تمّ.')
    await page
      .getByRole('banner')
      .getByRole('link', { name: /الرسائل/ })
      .click()
    await says(page, /قُبل اعتراضك/)
    await look(page, 'inbox')
    await open(page, '/services/query-total-violations')
    expect(await link(page, 'سدّد المخالفات').count()).toBe(0)
    await open(page, '/access')
    await look(page, 'access')
  })
})

/** The paper as a printer would print it. */
const printed = async (pdf: string): Promise<Buffer> =>
  (
    await promisify(execFile)('pdftoppm', ['-png', '-r', '200', '-singlefile', pdf], {
      encoding: 'buffer',
      maxBuffer: 50_000_000,
    })
  ).stdout

/** What a phone's camera reads off the picture. */
async function readQr(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return decodeQR({ width: info.width, height: info.height, data })
}
