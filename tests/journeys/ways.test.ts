import { describe, expect, it } from 'vitest'
import { readyPassword } from '#population/ready.ts'
import { theOne } from './support/country.ts'
import {
  codeIn,
  look,
  nextText,
  open,
  passDoor,
  press,
  says,
  someone,
  typeVisualCode,
} from './support/visitor.ts'

describe('every way of using it', () => {
  it('needs no scripts: an inquiry and signing in', async () => {
    const { number, mobile } = await theOne('unenrolled')
    const page = await someone({ javaScriptEnabled: false })
    await open(page, '/services/query-fingerprint-by-iqama')
    await page.getByLabel(/رقم الإقامة/).fill(number)
    await typeVisualCode(page)
    await press(page, 'عرض')
    await says(page, 'البصمة غير محدثة')

    await page.getByRole('banner').getByRole('link', { name: 'تسجيل الدخول' }).click()
    await passDoor(page, { name: 'unenrolled', password: readyPassword, mobile })
    await open(page, '/services/enrol-fingerprint')
    await press(page, 'ابدأ')
    await press(page, 'إرسال')
    await says(page, 'بانتظار موعدك')
  })

  it('keeps what was typed when the language changes before anything is sent', async () => {
    const page = await someone()
    await open(page, '/register')
    await page.getByLabel('قرأت الشروط والأحكام وأوافق عليها').check()
    await press(page, 'متابعة')
    const { number } = await theOne('driver')
    await page.getByLabel('رقم الهوية أو الإقامة أو الحدود').fill(number)
    await page.getByLabel('هجري').check({ force: true })
    await page.getByLabel('السنة').fill('1413')
    await page.getByRole('link', { name: 'English' }).first().click()
    expect(await page.getByLabel('ID, iqama or border number').inputValue()).toBe(number)
    expect(await page.getByLabel('Hijri').isChecked()).toBe(true)
    expect(await page.getByLabel('Year').inputValue()).toBe('1413')
    await look(page, 'register-kept', { again: false, language: 'en' })
  })

  it('says no more of a wrong password than of a name that nobody has, and a code is good once', async () => {
    const { mobile } = await theOne('unenrolled')
    const page = await someone()
    const tryAs = async (name: string, password: string) => {
      await open(page, '/sign-in')
      await page.getByLabel('اسم المستخدم أو رقم الهوية').fill(name)
      await page.getByLabel('كلمة المرور', { exact: true }).fill(password)
      await typeVisualCode(page)
      await press(page, 'متابعة')
    }
    const refusal = async () => {
      await page.getByRole('alert').waitFor()
      return page.getByRole('alert').textContent()
    }
    await tryAs('unenrolled', 'wrong')
    const one = await refusal()
    await look(page, 'sign-in-refused', { again: false })
    await tryAs('nobody.at.all', 'wrong')
    expect(await refusal()).toBe(one)

    const text = await nextText(mobile)
    await tryAs('unenrolled', readyPassword)
    const input = page.getByLabel('اكتب الأرقام الستة')
    const code = codeIn(await text(/\d{6}/))
    await input.fill(code === '000000' ? '111111' : '000000')
    await press(page, 'تسجيل الدخول')
    await refusal()
    await input.fill(code)
    await press(page, 'تسجيل الدخول')
    await page.waitForURL((url) => url.pathname === '/')
    await page.getByRole('banner').locator('summary').click()
    await page.getByRole('button', { name: 'تسجيل الخروج' }).click()
    await says(page, 'خرجت من حسابك.')
    await open(page, '/requests')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toContain('طلباتك')
  })
})
