import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { CastName } from '#platform/people/synthetic.ts'
import { country, type Known, theOne } from './support/country.ts'
import { textRuns } from './support/pdf-text.ts'
import { inTurn } from './support/turn.ts'
import {
  button,
  codeIn,
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

const password = 'Nakhla-Sahra-29-Qamar'

/** From the home page to an account that is registered and not activated; every page looked at once. */
async function register(
  name: CastName,
  username: string,
  looking: boolean,
): Promise<{ page: Page; who: Known }> {
  const see = (page: Page, picture: string, again = true) =>
    looking ? look(page, `register-${picture}`, { again }) : Promise.resolve()
  const who = await theOne(name)
  const page = await someone()
  await open(page, '/')
  await follow(page, /أنشئ حسابًا/)
  await see(page, 'terms')
  await page.getByLabel('قرأت الشروط والأحكام وأوافق عليها').check()
  await press(page, 'متابعة')
  await page.getByRole('heading', { name: 'بياناتك' }).waitFor()
  await see(page, 'details')
  const [year = '', month = '', day = ''] = who.born.split('-')
  await page.getByLabel('رقم الهوية أو الإقامة أو الحدود').fill(who.number)
  await page.getByLabel('اليوم').fill(day)
  await page.getByLabel('الشهر').fill(month)
  await page.getByLabel('السنة').fill(year)
  await page.getByLabel('رقم الجوال').fill(who.mobile.replace('+966', '0'))
  await page.getByLabel('البريد الإلكتروني').fill(`${username}@example.com`)
  await typeVisualCode(page)
  const text = await nextText(who.mobile)
  await press(page, 'متابعة')
  await page.getByLabel('اكتب الأرقام الستة').waitFor()
  await see(page, 'code')
  await page.getByLabel('اكتب الأرقام الستة').fill(codeIn(await text(/\d{6}/)))
  await press(page, 'تأكيد')

  await page.getByLabel('اسم المستخدم').fill(username)
  await page.getByLabel('كلمة المرور', { exact: true }).fill('Password1')
  await page.getByLabel('كلمة المرور مرة أخرى').fill('Password1')
  await press(page, 'إنشاء الحساب')
  await page.getByRole('alert').waitFor()
  await see(page, 'weak', false)
  expect(await page.getByLabel('اسم المستخدم').inputValue()).toBe(username)
  await page.getByLabel('كلمة المرور', { exact: true }).fill(password)
  await page.getByLabel('كلمة المرور مرة أخرى').fill(password)
  await press(page, 'إنشاء الحساب')
  await says(page, 'سُجّل حسابك')
  await see(page, 'done')
  return { page, who }
}

/** Whether the account may start a service now; else its page says that it has to be activated first. */
async function mayStart(page: Page): Promise<boolean> {
  await open(page, '/services/enrol-fingerprint')
  await page.getByRole('heading', { level: 1, name: 'تسجيل البصمة' }).waitFor()
  return (await page.getByRole('main').getByText('فعّل حسابك أولًا').count()) === 0
}

describe('a new user', () => {
  it('registers, sees what that allows, and activates by the bank', async () => {
    const { page, who } = await register('newcomer', 'raghad.24', true)
    await passDoor(await opened(page), { name: 'raghad.24', password, mobile: who.mobile })
    await look(page, 'activate')
    await open(page, '/')
    await page.getByRole('heading', { name: /أهلًا/ }).waitFor()
    await look(page, 'home-registered')
    expect(await mayStart(page)).toBe(false)
    await look(page, 'service-not-activated')

    const bank = await page.context().newPage()
    await bank.goto(country.sandbox)
    await bank.getByRole('link', { name: /مصرف الواحة/ }).click()
    await bank.getByLabel('رقم الهوية أو الإقامة').fill(who.number)
    await bank.getByLabel('رقم جوالك المسجل في المصرف').fill(who.mobile)
    await bank.getByRole('button', { name: 'دخول' }).click()
    await bank.getByRole('link', { name: 'دفع الفاتورة' }).click()
    await bank.getByRole('link', { name: 'تفعيل خدمة ديوان' }).click()
    await bank.getByLabel('قرأت شروط خدمة ديوان وأوافق عليها.').check()
    await bank.getByRole('button', { name: 'إرسال' }).click()
    await look(bank, 'bank-confirm', { again: false })
    const text = await nextText(who.mobile)
    await bank.getByRole('button', { name: 'تأكيد' }).click()
    await bank.getByText('فُعّل حسابك في ديوان').waitFor()
    await text()
    await bank.close()

    expect(await mayStart(page)).toBe(true)
  })

  it('activates at the officer’s desk with the printed form', async () => {
    const { page, who } = await register('secondNewcomer', 'arun.nair', false)
    await passDoor(await opened(page), { name: 'arun.nair', password, mobile: who.mobile })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'تنزيل نموذج التفعيل (PDF)'),
    ])
    const printed = textRuns(await readFile(await download.path()))
    const token = printed.find((run) => /^([A-Z0-9]{6}-){2}[A-Z0-9]{6}$/.test(run)) ?? 'no code on the form'

    const officer = await signedIn('activationOfficer', { office: true, path: '/office/activation' })
    await look(officer, 'office-activation')
    await officer.getByLabel('رمز النموذج أو رقم الهوية').fill(token)
    await press(officer, 'ابحث')
    await says(officer, 'هل هذا هو الشخص الذي أمامك؟')
    await officer.getByLabel('بطاقة الهوية أو الإقامة').check()
    await officer.getByLabel('رقم الوثيقة').fill(who.number)
    await inTurn('finger', async () => {
      await officer.getByLabel('البصمة', { exact: true }).check()
      await press(officer, 'فعّل الحساب')
      await officer.getByRole('alert').waitFor()
      await look(officer, 'office-activation-person', { again: false })
      await officer.getByLabel('الشخص والصورة والوثيقة متطابقة').check()
      const text = await nextText(who.mobile)
      await press(officer, 'فعّل الحساب')
      await says(officer, /فُعّل حساب/)
      await text()
    })
    expect(await mayStart(page)).toBe(true)

    await officer.getByLabel('رمز النموذج أو رقم الهوية').fill(token)
    await press(officer, 'ابحث')
    await officer.getByRole('alert').waitFor()
  })
})

/** The sign-in page, however one got there: signed in already after registering, or not. */
async function opened(page: Page): Promise<Page> {
  await follow(page, 'تسجيل الدخول')
  await button(page, 'متابعة').waitFor()
  await look(page, 'sign-in')
  return page
}
