import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { country, theOne } from './support/country.ts'
import { inTurn } from './support/turn.ts'
import { codeIn, look, nextText, open, press, says, signedIn, someone } from './support/visitor.ts'

const standing = { viewport: { width: 1080, height: 1920 } }

async function type(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await press(page, digit)
}

/** From now on this finger lies on every reader. */
const lay = (finger: 'match' | 'no-match') =>
  fetch(`${country.sandbox}/fingerprint`, { method: 'POST', body: new URLSearchParams({ finger }) })

describe('a self-service device', () => {
  it('is put up by the operator, gives a lost number back, and stops when it is revoked', async () => {
    const operator = await signedIn('operator', { office: true, path: '/office/kiosks' })
    await operator.getByLabel('المكان', { exact: true }).selectOption('riyadh-kiosks')
    await operator.getByLabel('موضع الجهاز في المكان').fill('الدور الأرضي')
    await press(operator, 'سجّل واحصل على الرمز')
    const shown = await operator.getByText(/^\d{4} \d{4} \d{4}$/).textContent()
    const code = (shown ?? '').replaceAll(' ', '')

    const page = await someone(standing)
    await open(page, '/kiosk')
    await says(page, 'تسجيل هذا الجهاز')
    await type(page, code)
    await press(page, 'سجّل الجهاز')
    await press(page, 'العربية')
    const who = await theOne('custodyFather')

    await inTurn('finger', async () => {
      await lay('no-match')
      await press(page, /تغيير رقم الجوال/)
      await type(page, who.number)
      await press(page, 'متابعة')
      await press(page, /قارئ تجريبي/)
      await says(page, 'البصمة لا تطابق هذا الرقم')
      await lay('match')
      await press(page, 'أعد المحاولة')
      await press(page, /قارئ تجريبي/)
    })
    await says(page, 'أدخل رقم جوالك الجديد')
    const line = '+966520000042'
    const [toNew, toOld] = [await nextText(line as typeof who.mobile), await nextText(who.mobile)]
    await type(page, '0520000042')
    await press(page, 'متابعة')
    await says(page, 'أدخل الرمز الذي وصلك')
    await type(page, codeIn(await toNew(/\d{6}/)))
    await press(page, 'متابعة')
    await says(page, 'تغيّر رقم جوالك')
    expect(await toOld('استُبدل')).toContain('05*****042')

    await operator.goto(`${country.portal}/office/kiosks`)
    await says(operator, 'متصل')
    await look(operator, 'office-kiosks')
    await operator.getByRole('link', { name: /^أوقف/ }).click()
    await press(operator, 'أوقف')
    await says(operator, 'أُوقف الجهاز.')
    await press(page, 'خدمة أخرى')
    await press(page, /حالة البصمة/)
    await says(page, 'هذا الجهاز خارج الخدمة')
  })
})
