import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Mobile, parseMobile } from '#kernel/mobile.ts'
import { readyPassword } from '#population/ready.ts'
import { country, db, type Known, theOne } from './support/country.ts'
import { inTurn } from './support/turn.ts'
import {
  codeIn,
  confirmHere,
  follow,
  look,
  nextText,
  open,
  passDoor,
  press,
  says,
  signedIn,
  someone,
  typeVisualCode,
} from './support/visitor.ts'

const seen = { again: false } as const

/** A new line that an operator has put in somebody's name. */
async function newLine(page: Page, who: Known): Promise<Mobile> {
  const line = parseMobile('0520000077')
  if (!line.ok) throw new Error(line.error.en)
  await page.goto(`${country.sandbox}/operator/line`)
  await page.getByLabel('رقم الهوية أو الإقامة').fill(who.number)
  await page.getByLabel('رقم الجوال الجديد').fill('0520000077')
  await page.getByRole('button', { name: 'سجّل الخط' }).click()
  await page.getByText('سُجّل الخط، وأُخبر صاحبه.').waitFor()
  return line.value
}

/** The form of a reset, filled and sent; the day on which the ID runs out is the fact that is known. */
async function askReset(page: Page, who: Known): Promise<void> {
  const { id_expiry } = await db
    .selectFrom('person')
    .select('id_expiry')
    .where('person_id', '=', who.number)
    .executeTakeFirstOrThrow()
  const [year = '', month = '', day = ''] = (id_expiry ?? '').split('-')
  await open(page, '/sign-in')
  await follow(page, 'نسيت كلمة المرور؟')
  await page.getByLabel('رقم الهوية أو الإقامة أو الحدود').fill(who.number)
  await page.getByLabel('رقم الجوال').fill(who.mobile.replace('+966', '0'))
  const expires = page.getByRole('group', { name: 'تاريخ انتهاء هويتك أو إقامتك' })
  await expires.getByLabel('اليوم').fill(day)
  await expires.getByLabel('الشهر').fill(month)
  await expires.getByLabel('السنة').fill(year)
  await typeVisualCode(page)
  await press(page, 'متابعة')
}

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('كلمة المرور الجديدة').fill(password)
  await page.getByLabel('كلمة المرور مرة أخرى').fill(password)
  await press(page, 'حفظ')
  await says(page, 'كلمة مرورك الجديدة جاهزة')
}

describe('who lost the password', () => {
  const name = 'accountant'
  let who: Known
  let page: Page
  beforeAll(async () => {
    who = await theOne(name)
    page = await someone()
  })

  /** From the form to a new password; answers what the mobile heard of it. */
  const reset = (password: string) =>
    inTurn(who.mobile, async () => {
      const text = await nextText(who.mobile)
      await askReset(page, who)
      await page.getByLabel('اكتب الأرقام الستة').fill(codeIn(await text(/\d{6}/)))
      await press(page, 'تأكيد')
      await page.getByLabel('كلمة المرور الجديدة').waitFor()
      await look(page, 'reset-new', seen)
      const told = await nextText(who.mobile)
      await choosePassword(page, password)
      return told('/not-me/')
    })

  it('gets in with a new one, and whoever did not ask for it stops the account and has it back', async () => {
    const told = await reset('Nakhla-Sahra-31-Qamar')
    await passDoor(page, { name, password: 'Nakhla-Sahra-31-Qamar', mobile: who.mobile })
    await open(page, '/account')
    await says(page, 'من دخل الآن')

    const other = await someone()
    await open(other, new URL(/https?:\S+/.exec(told)?.[0] ?? '').pathname)
    await look(other, 'not-me', seen)
    await press(other, 'أوقف الحساب')
    await says(other, 'لا يدخل إليه أحد الآن.')
    await look(other, 'account-stopped', seen)
    await page.reload()
    expect(new URL(page.url()).pathname).toBe('/sign-in')

    await atBank(other, who)
    await reset('Nakhla-Sahra-32-Qamar')
    await passDoor(page, { name, password: 'Nakhla-Sahra-32-Qamar', mobile: who.mobile })
    await open(page, '/account')
    await says(page, 'من دخل الآن')
  })
})

/** Has a stopped account back through the bank. */
async function atBank(page: Page, who: Known): Promise<void> {
  await page.goto(country.sandbox)
  await page.getByRole('link', { name: /مصرف الواحة/ }).click()
  await page.getByLabel('رقم الهوية أو الإقامة').fill(who.number)
  await page.getByLabel('رقم جوالك المسجل في المصرف').fill(who.mobile)
  await page.getByRole('button', { name: 'دخول' }).click()
  await page.getByRole('link', { name: 'دفع الفاتورة' }).click()
  await page.getByRole('link', { name: 'تفعيل خدمة ديوان' }).click()
  await page.getByLabel('قرأت شروط خدمة ديوان وأوافق عليها.').check()
  await page.getByRole('button', { name: 'إرسال' }).click()
  await page.getByRole('button', { name: 'تأكيد' }).click()
  await page.getByText('فُعّل حسابك في ديوان').waitFor()
}

describe('who lost the mobile', () => {
  it('signs in by a recovery code made before, and makes another line that of the account', async () => {
    const name = 'lineDelegate'
    const who = await theOne(name)
    const page = await signedIn(name, { path: '/account/recovery-codes' })
    await confirmHere(page)
    await press(page, 'أنشئ رموزًا جديدة')
    const codes = await page.locator('main ol li').allTextContents()
    const [first = '', second = ''] = codes.map((code) => code.trim())
    await page.getByRole('banner').locator('summary').click()
    await page.getByRole('button', { name: 'تسجيل الخروج' }).click()

    await open(page, '/sign-in')
    await follow(page, 'فقدت جوالك؟')
    await follow(page, 'تغيير رقم الجوال')
    await page.getByLabel('اسم المستخدم أو رقم الهوية').fill(who.number)
    await page.getByLabel('كلمة المرور', { exact: true }).fill(readyPassword)
    await typeVisualCode(page)
    await press(page, 'متابعة')
    await page.getByText('ليس جوالك معك؟').click()
    await look(page, 'sign-in-recovery', seen)
    await page.getByLabel('رمز استرداد').fill(first)
    await press(page, 'تسجيل الدخول')
    await page.waitForURL((url) => url.pathname.startsWith('/confirm/'))
    await page.getByLabel('كلمة المرور', { exact: true }).fill(readyPassword)
    await press(page, 'متابعة')
    await page.getByText('ليس جوالك معك؟').click()
    await page.getByLabel('رمز استرداد').fill(first)
    await press(page, 'تأكيد')
    await page.getByRole('alert').waitFor()
    await page.getByLabel('رمز استرداد').fill(second)
    await press(page, 'تأكيد')
    await page.waitForURL('**/account/mobile')
    await look(page, 'change-mobile', seen)

    const line = await newLine(await page.context().newPage(), who)
    const [toNew, toOld] = [await nextText(line), await nextText(who.mobile)]
    await page.getByLabel('رقم الجوال').fill('0520000077')
    await press(page, 'متابعة')
    await page.getByLabel('اكتب الأرقام الستة').fill(codeIn(await toNew(/\d{6}/)))
    await press(page, 'حفظ')
    await says(page, 'غُيّر جوال حسابك.')
    await look(page, 'mobile-changed', seen)
    expect(await toOld('استُبدل')).toContain('05*****077')
  })
})
