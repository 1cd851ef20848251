import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { readyPassword } from '#population/ready.ts'
import { country, theOne } from './support/country.ts'
import { button, look, open, passDoor, press, says, someone } from './support/visitor.ts'

const atHospital = (page: Page) => page.waitForURL((url) => url.origin === country.sandbox)
const hospital = (page: Page) => page.goto(`${country.sandbox}/hospital`)
const enter = (page: Page) => press(page, 'الدخول بحساب ديوان')

describe('signing in to a hospital with the account here', () => {
  it('asks once what it may see, lets in, and ends when the person ends it', async () => {
    const { mobile } = await theOne('driver')
    const page = await someone()
    await hospital(page)
    await enter(page)
    await passDoor(page, { name: 'driver', password: readyPassword, mobile })
    await says(page, 'ما سيطّلع عليه')
    await look(page, 'consent', { again: false })
    const asked = page.url()
    await page.goto(asked.replace('lang=ar', 'lang=en'))
    await says(page, 'What it will see')
    await look(page, 'consent', { again: false, language: 'en' })
    await page.goto(asked)
    await press(page, 'أسمح وأتابع')
    await atHospital(page)
    await says(page, 'ملفك')
    await says(page, 'urn:diwan:assurance:two-factors')

    await press(page, 'افتح نتائج التحاليل')
    await says(page, 'كل التحاليل')

    await hospital(page)
    await press(page, 'تسجيل الخروج')
    await look(page, 'site-sign-out', { again: false })
    await press(page, 'البقاء في ديوان')
    await atHospital(page)
    await says(page, 'خرجت من موقع المستشفى')
    await enter(page)
    await says(page, 'ملفك')

    await open(page, '/account/sites')
    await says(page, 'مستشفى النخيل')
    await look(page, 'connected-sites')
    await press(page, /إلغاء الربط/)
    await says(page, 'أُلغي الربط')
    await vi.waitFor(
      async () => {
        await hospital(page)
        expect(await button(page, 'الدخول بحساب ديوان').count()).toBe(1)
      },
      { timeout: 15_000, interval: 500 },
    )

    await enter(page)
    await says(page, 'ما سيطّلع عليه')
    await press(page, 'لا أسمح')
    await atHospital(page)
    await says(page, 'لم تسمح بالدخول')
  })

  it('works without scripts, and leaves everything at once', async () => {
    const { mobile } = await theOne('parent')
    const page = await someone({ javaScriptEnabled: false })
    await hospital(page)
    await enter(page)
    await passDoor(page, { name: 'parent', password: readyPassword, mobile })
    await press(page, 'أسمح وأتابع')
    await says(page, 'ملفك')
    await press(page, 'تسجيل الخروج')
    await press(page, 'الخروج من ديوان ومن كل المواقع')
    await says(page, 'خرجت من موقع المستشفى')
    await open(page, '/account/sites')
    await page.waitForURL((url) => url.pathname === '/sign-in')
  })
})
