import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '#kernel/clock.ts'
import { formatMobile } from '#kernel/mobile.ts'
import { sar } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { transact } from '#platform/database/transact.ts'
import { findBill, raiseBill } from '#platform/payments/bill.ts'
import { refundBill } from '#platform/payments/refund.ts'
import { demoPin } from '#sandbox/bank/atm-machine.ts'
import { anAccount } from './support/accounts.ts'
import { violations } from './support/axe.ts'
import { aBank } from './support/bank.ts'
import { chromiumPath, launchBrowser } from './support/browser.ts'
import { testPlatform } from './support/database.ts'
import { aPerson, mobileOf } from './support/people.ts'

const pictures = join(import.meta.dirname, '../dist/pictures')

/** How it is looked at: each language, each theme, a phone and a desk. */
const arabic = { language: 'ar', width: 360, theme: 'light' } as const
const english = { language: 'en', width: 1280, theme: 'dark' } as const

describe.skipIf(!chromiumPath && !process.env.CI)('the pages of the bank', { timeout: 120_000 }, async () => {
  const at = await testPlatform({ clock: systemClock })
  let browser: Browser
  let world: FastifyInstance
  let origin: string
  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true })
    ;({ world } = await aBank(at))
    origin = await world.listen({ port: 0, host: 'localhost' })
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world.close()
  })

  async function registered(): Promise<PersonNumber> {
    const person = await aPerson(at.db)
    await anAccount(at.platform, person, { state: 'registered' })
    return person
  }

  /** A customer at one of the faces, who says who they are on its first page. */
  async function customer(home: string, how: typeof arabic | typeof english) {
    const { language, width, theme } = how
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: theme })
    await context.addCookies([{ name: 'sandbox_lang', value: language, url: origin }])
    const page = await context.newPage()
    const look = async (name: string): Promise<void> => {
      if (process.env.PICTURES)
        await page.screenshot({ path: join(pictures, `bank-${name}.${language}.png`), fullPage: true })
      await isFine(page, `${name}, ${language}`)
    }
    const identify = async (person: PersonNumber, mobile = formatMobile(mobileOf(person))) => {
      await page.goto(`${origin}${home}`)
      await page.locator('[name=person]').fill(person)
      await page.locator('[name=mobile]').fill(mobile)
      await page.locator('main form button').click()
    }
    const key = async (...keys: readonly string[]): Promise<void> => {
      for (const value of keys) await page.locator(`button[value="${value}"]`).click()
    }
    return { page, look, identify, key }
  }

  it.each([
    { home: '/bank', menu: '/bank/bills', how: arabic },
    { home: '/bank/web', menu: '/bank/web/government', how: english },
  ])('at $home are fine, from signing in to the receipt', async ({ home, menu, how }) => {
    const { page, look, identify } = await customer(home, how)
    const name = home.slice(1).replace('/', '-')
    const send = () => page.locator('main form button').first().click()
    const ask = async () => {
      await page.goto(`${origin}${home}/activation`)
      for (const tick of await page.locator('main input[type=checkbox]').all()) await tick.check()
      await send()
      if (home === '/bank') await send()
    }
    await identify(await registered(), '0521234567')
    await look(`${name}-home`)
    await page.goto(`${origin}${menu}`)
    await look(`${name}-menu`)
    await page.goto(`${origin}${home}/government-bills`)
    await look(`${name}-bills`)
    await page.goto(`${origin}${home}/government-bills/fees`)
    await look(`${name}-fees`)
    await page.locator('main li a').first().click()
    await look(`${name}-fee`)
    await page.goto(`${origin}${home}/activation`)
    await look(`${name}-review`)
    await ask()
    await look(`${name}-branch`)
    await page.goto(`${origin}${home}/mobile`)
    await look(`${name}-mobile`)
    await page.goto(`${origin}${home}`)
    await send()
    await identify(await registered())
    await ask()
    await page.getByText(/^RB\d/).waitFor()
    await look(`${name}-receipt`)
  })

  it.each([
    { home: '/bank', how: arabic },
    { home: '/bank/web', how: english },
  ])('at $home are fine where a bill is paid and money comes back', async ({ home, how }) => {
    const { page, look, identify } = await customer(home, how)
    const name = home.slice(1).replace('/', '-')
    const person = await registered()
    const title = { ar: 'تجديد رخصة القيادة: عشر سنوات', en: 'Renewing a driving licence: ten years' }
    const now = new Date()
    const lines = [{ title, kind: 'government-fee' as const, amount: sar(400) }]
    const due = new Date(now.getTime() + 3_600_000)
    const { id } = await transact(at.db, (tx) => raiseBill(tx, { payer: person, title, lines, due, at: now }))
    await identify(person)
    const refunds = `${origin}${home}/refunds`
    await page.goto(refunds)
    await look(`${name}-refunds-none`)
    await page.goto(`${origin}${home}/government-bills`)
    await look(`${name}-bills-due`)
    await page.locator('form[action$="/pay"] button').click()
    await page.getByText(/^RB\d/).waitFor()
    await look(`${name}-bill-receipt`)
    await page.goto(refunds)
    await look(`${name}-refunds-paid`)
    await transact(at.db, (tx) => refundBill(tx, { payer: person, bill: id, reason: title, at: new Date() }))
    await page.goto(refunds)
    await look(`${name}-refunds`)
    await page.locator('form[action$="/take"] button').click()
    await page.locator('form[action$="/take"] button').waitFor({ state: 'detached' })
    expect(await findBill(at.db, person, id)).toMatchObject({ state: 'refunded' })
    await look(`${name}-refunds-taken`)
  })

  it('at the machine are fine, from the card to the slip', async () => {
    const { page, look, identify, key } = await customer('/bank/atm', arabic)
    await page.goto(`${origin}/bank/atm`)
    await look('atm-slot')
    await identify(await registered())
    await key(...'9999', 'enter')
    await look('atm-pin')
    await key(...demoPin, 'enter', 'update')
    await look('atm-update')
    await key('menu', 'activate')
    await look('atm-terms')
    await key('agree', 'wrong')
    await page.locator('[name=mobile]').fill('12')
    await page.locator('form[action$="/branch"] button').click()
    await look('atm-branch')
    await page.goto(`${origin}/bank/atm`)
    await page.locator('form[action$="/eject"] button').click()
    await identify(await registered())
    await key(...demoPin, 'enter', 'activate', 'agree')
    await look('atm-mobile')
    await key('right')
    await page.locator('.slip').waitFor()
    await look('atm-slip')
  })
})

/** Passes axe, and nothing on it is wider than its window or its own frame. */
async function isFine(page: Page, name: string): Promise<void> {
  expect(await violations(page, { more: ['best-practice'] }), name).toEqual([])
  const spilled = await page.evaluate(() =>
    [...document.querySelectorAll('html, main, main form, .atm, .card, button, .big')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.outerHTML.slice(0, 120)),
  )
  expect(spilled, name).toEqual([])
}
