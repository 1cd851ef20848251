import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { Browser, CDPSession, Page } from 'playwright-core'
import decodeQR from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { verifyCode } from '#platform/documents/verify.ts'
import { walletDeviceOf } from '#platform/wallets/device.ts'
import { endWallet } from '#platform/wallets/end-from-afar.ts'
import { checksOf } from '#platform/wallets/showing.ts'
import { aHolder, anAccount } from '#tests/support/accounts.ts'
import { violations } from '#tests/support/axe.ts'
import { buildAssets, chromiumPath, launchBrowser } from '#tests/support/browser.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aFamily, aPerson } from '#tests/support/people.ts'
import { aServer } from '#tests/support/visitor.ts'
import { confirmWallet, type SpecimenCard, specimenCard } from '#tests/support/wallet.ts'
import { walletChannel } from './channel.ts'

const says: SpecimenCard = { held: ['self'], validUntil: day('2031-01-01'), profession: 'معلّمة' }
const card = specimenCard(says)
const test = await testPlatform()
const { catalogue } = test.platform
const platform = {
  ...test.platform,
  // What a phone shows must be signed now.
  clock: { now: () => new Date() },
  catalogue: {
    ...catalogue,
    documents: [card],
    document: (name: string) => (name === card.name ? card : undefined),
  },
}
const world = { ...test, platform }
const pictures = join(import.meta.dirname, '../../../dist/pictures')

describe.skipIf(!chromiumPath && !process.env.CI)('the wallet', { timeout: 120_000 }, async () => {
  buildAssets()
  mkdirSync(pictures, { recursive: true })
  const serve = async (port = 0) => {
    const app = await aServer(platform)
    await app.register(fastifyStatic, {
      root: join(import.meta.dirname, '../../../dist/assets'),
      prefix: '/assets/',
    })
    await app.register(walletChannel(platform))
    const address = await app.listen({ port, host: 'localhost' })
    // By its name: passkeys belong to no number.
    return { app, origin: `http://localhost:${new URL(address).port}` }
  }
  let browser: Browser
  let server: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    server = await serve()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server.app.close()
  })

  /** A phone whose browser is signed in to the portal, with what its page complained of. */
  async function aPhone(person: PersonNumber, { dark = false, english = false } = {}) {
    const holder = await aHolder(platform, person)
    const token = await confirmWallet(world, holder)
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      colorScheme: dark ? 'dark' : 'light',
    })
    const cookie = (name: string, value: string) => ({ name, value, url: server.origin })
    await context.addCookies([cookie('diwan-session', token), ...(english ? [cookie('lang', 'en')] : [])])
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (said) => {
      if (said.type() === 'error' && /Content Security Policy/.test(said.text())) complaints.push(said.text())
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(`${server.origin}/wallet/`)
    return { context, page, complaints, holder }
  }
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const heading = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { name, level: 1 }).waitFor()

  /** A picture, and what axe finds in it: nothing. */
  async function look(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(pictures, `wallet-${name}.png`), fullPage: true })
    expect(await violations(page, { more: ['best-practice'] })).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `${name} is wider than the phone`).toBeLessThanOrEqual(0)
  }

  /** What a camera reads off the screen. */
  async function scan(page: Page): Promise<string> {
    const shot = await page.locator('.wallet-qr').screenshot({ scale: 'device' })
    const { data, info } = await sharp(shot)
      .resize(1200)
      .removeAlpha()
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    return decodeQR({ width: info.width, height: info.height, data: new Uint8Array(data) })
  }
  const verify = (read: string, at = new Date()) => verifyCode(platform, read, { at, reader: 'a counter' })

  async function byPin(page: Page, pin: string): Promise<void> {
    await press(page, /رقم سري من ستة|PIN of six/)
    await page.getByLabel(/رقم سري جديد|New PIN/).fill(pin)
    await page.getByLabel(/أعد كتابته|Once more/).fill(pin)
    await press(page, /احفظ وافتح|Save and open/)
  }

  it('is filled once, opens and shows a live code with the network off and the server gone, and goes stale', async () => {
    const { father } = await aFamily(test.db, { children: [day('2018-05-01')] })
    await anAccount(platform, father)
    const { context, page, complaints } = await aPhone(father)
    await heading(page, 'وثائقك في جيبك')
    await look(page, 'welcome')
    await press(page, 'نزّل وثائقي على هذا الجوال')
    await heading(page, 'كيف تفتح محفظتك؟')
    await look(page, 'protect')
    await byPin(page, '123456')
    await page.getByText('هذا الرقم سهل التخمين').waitFor()
    await page.getByLabel('رقم سري جديد').fill('٤٨٠٢٧٥')
    await page.getByLabel('أعد كتابته').fill('480275')
    await press(page, 'احفظ وافتح')
    await heading(page, 'وثائقي')
    await page.getByRole('heading', { name: 'أطفالي' }).waitFor()
    await look(page, 'cards')
    expect(await device(page)).toEqual({ extractable: false, inTheOpen: false })

    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(
      async () =>
        (await caches.keys()).length > 0 &&
        (await (await caches.open((await caches.keys())[0] ?? '')).keys()).length > 8,
    )
    await context.setOffline(true)
    await server.app.close()
    await page.reload()
    await heading(page, 'محفظتك مقفلة')
    await look(page, 'locked')
    await page.getByLabel('الرقم السري').fill('111222')
    await press(page, 'افتح')
    await page.getByText('رقم غير صحيح').waitFor()
    await page.getByLabel('الرقم السري').fill('480275')
    await press(page, 'افتح')
    await heading(page, 'وثائقي')
    await page.getByText('بلا شبكة').waitFor()
    await press(page, 'بطاقة نموذجية')
    await heading(page, 'بطاقة نموذجية')
    await look(page, 'card')
    await press(page, 'اعرض الرمز')
    await page.getByRole('img', { name: /رمز بطاقة نموذجية/ }).waitFor()
    await look(page, 'code')
    const whole = await scan(page)
    expect(await verify(whole)).toMatchObject({
      state: 'valid',
      live: true,
      shown: { numberTail: father.slice(-4) },
    })
    // The same picture, a minute and a half later.
    expect(await verify(whole, new Date(Date.now() + 90_000))).toEqual({
      state: 'not-genuine',
      because: 'stale',
    })
    await page.getByText('فوق 18 عامًا').click()
    await page.getByRole('img', { name: /رمز فوق 18/ }).waitFor()
    const narrow = await verify(await scan(page))
    expect(narrow).toMatchObject({ state: 'valid', shown: { answers: [{ value: { en: 'Yes' } }] } })
    expect(narrow).not.toMatchObject({ shown: { holder: expect.anything() } })
    expect(complaints).toEqual([])

    server = await serve(Number(new URL(server.origin).port))
    await context.close()
  })

  it('opens by finger or face where the phone keeps secrets so, in English and in the dark, and says so where not', async () => {
    const person = await aPerson(test.db, { sex: 'female' })
    await anAccount(platform, person)
    const { context, page, complaints } = await aPhone(person, { dark: true, english: true })
    const { keeper, cdp } = await aKeeperOfKeys(page, { hasPrf: false })
    await press(page, 'Put my documents on this phone')
    await heading(page, 'How will you open your wallet?')
    await look(page, 'protect-dark')
    await page.getByRole('button', { name: 'Finger, face or screen lock' }).click()
    await page.getByText('The key of this phone cannot encrypt.').waitFor()
    await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: keeper })
    await aKeeperOfKeys(page, { hasPrf: true, cdp })
    await page.getByRole('button', { name: 'Finger, face or screen lock' }).click()
    await heading(page, 'My documents')
    await page.getByText('Specimen card').waitFor()
    await look(page, 'cards-dark')

    await page.evaluate(() => navigator.serviceWorker.ready)
    await context.setOffline(true)
    await page.reload()
    await heading(page, 'Your wallet is locked')
    await press(page, 'Unlock')
    await heading(page, 'My documents')
    await press(page, 'Specimen card')
    await look(page, 'card-dark')
    await press(page, 'Show the code')
    expect(await verify(await scan(page))).toMatchObject({ state: 'valid' })
    await page.goBack()
    await page.goBack()
    await press(page, 'Settings')
    await look(page, 'settings-dark')
    expect(complaints).toEqual([])
    await context.close()
  })

  it('moves to another phone, tells of checks, and forgets everything once it may carry no more', async () => {
    const person = await aPerson(test.db)
    await anAccount(platform, person)
    const first = await aPhone(person)
    await press(first.page, 'نزّل وثائقي')
    await byPin(first.page, '480275')
    await heading(first.page, 'وثائقي')
    await first.page.getByText('بطاقة نموذجية').waitFor()

    await test.db.deleteFrom('one_time_code').execute()
    const second = await aPhone(person)
    await second.page.getByText('وثائقك الآن على جوال آخر').waitFor()
    await look(second.page, 'elsewhere')
    await press(second.page, 'انقلها إلى هذا الجوال')
    await byPin(second.page, '480275')
    await second.page.getByText('بطاقة نموذجية').waitFor()

    await first.page.reload()
    await heading(first.page, 'لم تعد وثائقك على هذا الجوال')
    await first.page.getByText('نُزّلت على جوال آخر').waitFor()
    await look(first.page, 'erased')
    expect(await names(first.page)).toEqual([])

    const { page } = second
    await press(page, 'بطاقة نموذجية')
    await press(page, 'اعرض الرمز')
    await page.getByText('أخبرني إن تحقق منه أحد').click()
    await page.getByRole('img', { name: /رمز/ }).waitFor()
    const live = await scan(page)
    const told = await page.request.post(`${server.origin}/verify/seen`, { data: { live, by: 'فندق' } })
    expect(told.status()).toBe(204)
    expect(await checksOf(test.db, person)).toMatchObject([{ view: '', saidBy: 'فندق' }])
    await page.goBack()
    await page.goBack()
    await press(page, 'حدّث الآن')
    await press(page, 'الإعدادات')
    await page.getByText('عرّف بنفسه: فندق').waitFor()
    await look(page, 'settings')

    const device = await walletDeviceOf(test.db, person)
    await endWallet(platform, second.holder.by, device?.id ?? '')
    await press(page, 'حدّث الآن')
    await heading(page, 'لم تعد وثائقك على هذا الجوال')
    expect(await names(page)).toEqual([])
    expect([...first.complaints, ...second.complaints]).toEqual([])
  })

  it('is an app that installs', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`${server.origin}/wallet`)
    expect(new URL(page.url()).pathname).toBe('/wallet/')
    await page.evaluate(() => navigator.serviceWorker.ready)
    const cdp = await context.newCDPSession(page)
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
    // A test's browser keeps nothing, and so would not install anything; it has no other objection.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])
    const { data } = await cdp.send('Page.getAppManifest')
    expect(JSON.parse(data ?? '')).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
      scope: '/wallet/',
      name: 'محفظة ديوان',
    })
    await context.close()
  })
})

/** Whether anything of a person can be read from what the browser keeps, and the key taken out. */
const device = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ extractable: boolean; inTheOpen: boolean }>((done) => {
        const opening = indexedDB.open('diwan-wallet')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('wallet').objectStore('wallet').getAll()
          asked.onsuccess = () => {
            const kept: { key?: CryptoKey; data?: Uint8Array }[] = asked.result
            const text = kept
              .map((one) => (one.data ? new TextDecoder().decode(one.data) : JSON.stringify(one)))
              .join()
            done({
              extractable: kept.some((one) => one.key?.extractable),
              inTheOpen: /الريحاني|Alrayhani|specimen/.test(text),
            })
          }
        }
      }),
  )

/** What the browser keeps for the wallet, by name. */
const names = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<IDBValidKey[]>((done) => {
        const opening = indexedDB.open('diwan-wallet')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('wallet').objectStore('wallet').getAllKeys()
          asked.onsuccess = () => done(asked.result)
        }
      }),
  )

/** A phone's own keeper of keys, which knows its owner at once; with or without secrets to give. */
async function aKeeperOfKeys(page: Page, { hasPrf, cdp }: { hasPrf: boolean; cdp?: CDPSession }) {
  const session = cdp ?? (await page.context().newCDPSession(page))
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf,
    },
  })
  return { keeper: authenticatorId, cdp: session }
}
