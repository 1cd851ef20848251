import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Download, Locator, Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { Mobile } from '#kernel/mobile.ts'
import type { CastName } from '#platform/people/synthetic.ts'
import { readyPassword } from '#population/ready.ts'
import { violations } from '#tests/support/axe.ts'
import { launchBrowser } from '#tests/support/browser.ts'
import { whenDone } from '#tests/support/done.ts'
import { country, readPicture, textsTo, theOne } from './country.ts'
import { inTurn } from './turn.ts'

const pictures = join(import.meta.dirname, '../../../dist/pictures')
export const phone = { width: 360, height: 780 }
export const desk = { width: 1280, height: 800 }

let opened: Promise<Browser> | undefined
function browser(): Promise<Browser> {
  if (opened) return opened
  whenDone(async () => {
    pages.splice(0)
    await (await opened)?.close()
    opened = undefined
  })
  opened = launchBrowser()
  return opened
}

const pages: Page[] = []

/** Tells what stood on every open page when a journey failed, which says more than the line where it did. */
export async function tellWhatStood(): Promise<void> {
  for (const page of pages.filter((one) => !one.isClosed())) {
    await page.screenshot({ path: join(pictures, `failed-${Date.now()}.png`), fullPage: true })
    const words = await page
      .getByRole('main')
      .ariaSnapshot({ timeout: 1000 })
      .catch(() => '(nothing)')
    process.stderr.write(`When it failed, ${page.url()} said:\n${words}\n`)
  }
}

/** Somebody with a browser of their own, in Arabic, on a phone unless said otherwise. */
export async function someone(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await browser()).newContext({ viewport: phone, reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  pages.push(page)
  return page
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('main').getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
export const link = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('main').getByRole('link', typeof name === 'string' ? { name, exact: true } : { name })
export const press = (page: Page, name: string | RegExp): Promise<void> => button(page, name).first().click()
export const follow = (page: Page, name: string | RegExp): Promise<void> => link(page, name).first().click()
/** Whether the page says so, in what one comes for. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('main').getByText(words).first().waitFor()

export const open = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${country.portal}${path}`)
}

/** Reads the visual code and types it. */
export async function typeVisualCode(page: Page): Promise<void> {
  const challenge = await page.locator('input[name=_challenge]').inputValue()
  await page.getByLabel('اكتب الرمز الذي تراه أو تسمعه').fill(readPicture(challenge))
}

/** What arrives on a phone from now on: call it before what sends, await the result after. */
export async function nextText(mobile: Mobile): Promise<(about?: string | RegExp) => Promise<string>> {
  const before = (await textsTo(mobile)).length
  return (about = '') =>
    vi.waitFor(
      async () => {
        const fresh = (await textsTo(mobile)).slice(before)
        const found = fresh.find((text) =>
          typeof about === 'string' ? text.includes(about) : about.test(text),
        )
        if (found === undefined) throw new Error(`nothing about ${about} arrived, but: ${fresh.join(' | ')}`)
        return found
      },
      { timeout: 20_000, interval: 150 },
    )
}

export const codeIn = (text: string): string => {
  const code = /\d{6}/.exec(text)?.[0]
  if (code === undefined) throw new Error(`no code in “${text}”`)
  return code
}

/** Who is signed in on a page, for what they confirm there. */
const holders = new WeakMap<Page, { readonly password: string; readonly mobile: Mobile }>()

/** Fills the sign-in form that is open, and the code that then arrives. */
export async function passDoor(
  page: Page,
  who: { readonly name: string; readonly password: string; readonly mobile: Mobile },
): Promise<void> {
  holders.set(page, who)
  await inTurn(who.mobile, async () => {
    const text = await nextText(who.mobile)
    await page.getByLabel('اسم المستخدم أو رقم الهوية').fill(who.name)
    await page.getByLabel('كلمة المرور', { exact: true }).fill(who.password)
    await typeVisualCode(page)
    await press(page, 'متابعة')
    await typeCode(page, await text('رمز الدخول'))
    await press(page, 'تسجيل الدخول')
    await page.waitForURL((url) => !url.pathname.includes('/sign-in'))
  })
}

async function typeCode(page: Page, text: string): Promise<void> {
  await page.getByLabel('اكتب الأرقام الستة').fill(codeIn(text))
}

/** One of the ready persons or officers, signed in; leads to `path`. */
export async function signedIn(
  name: CastName,
  {
    path = '/',
    office = false,
    ...options
  }: BrowserContextOptions & { path?: string; office?: boolean } = {},
): Promise<Page> {
  const page = await someone({ ...(office ? { viewport: desk } : {}), ...options })
  await open(page, `${office ? '/office' : ''}/sign-in?next=${encodeURIComponent(path)}`)
  const { mobile } = await theOne(name)
  const username = name.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`)
  await passDoor(page, { name: username, password: readyPassword, mobile })
  return page
}

async function fitsItsWindow(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content, `${page.url()} is wider than its window`).toBe(window)
}

/** For each page one beside it, in English: opened once, so that styles and letters are fetched once. */
const twins = new WeakMap<Page, Page>()

/** Copies the cookies, so that the other language does not follow the reader. */
async function inEnglish(page: Page): Promise<Page> {
  const twin = twins.get(page) ?? (await openTwin(page))
  twins.set(page, twin)
  await twin.context().clearCookies()
  await twin.context().addCookies(await page.context().cookies())
  await twin.context().addCookies([{ name: 'lang', value: 'en', url: country.portal }])
  await twin.goto(page.url())
  return twin
}

async function openTwin(page: Page): Promise<Page> {
  const context = await (await browser()).newContext({
    viewport: page.viewportSize(),
    reducedMotion: 'reduce',
  })
  return context.newPage()
}

/** The page that is open passes axe and fits its window. */
export async function isFine(page: Page, part: { readonly within?: 'main' } = {}): Promise<void> {
  expect(await violations(page, part), page.url()).toEqual([])
  await fitsItsWindow(page)
}

/**
 * Looks at the page that is open: it is fine as it stands and, where it can be opened again, in English.
 * With PICTURES set, a picture
 * of it in each language is kept under `dist/pictures`.
 */
export async function look(
  page: Page,
  picture: string,
  { again = true, language = 'ar' } = {},
): Promise<void> {
  if (process.env.PICTURES)
    await page.screenshot({ path: join(pictures, `${picture}.${language}.png`), fullPage: true })
  await isFine(page)
  if (!again) return
  const twin = await inEnglish(page)
  expect(await twin.locator('html').getAttribute('lang')).toBe('en')
  if (process.env.PICTURES)
    await twin.screenshot({ path: join(pictures, `${picture}.en.png`), fullPage: true })
  await isFine(twin)
}

/** Confirms, on the page that is open, what it asks to be confirmed: the password, then the code. */
export async function confirmHere(page: Page): Promise<void> {
  const who = holders.get(page)
  if (!who) throw new Error('nobody came through the door on this page')
  await inTurn(who.mobile, async () => {
    const text = await nextText(who.mobile)
    await page.getByLabel('كلمة المرور', { exact: true }).fill(who.password)
    await press(page, 'متابعة')
    await typeCode(page, await text('رمز ديوان للعملية'))
    await press(page, 'تأكيد')
    await page.waitForURL((url) => !url.pathname.startsWith('/confirm/'))
  })
}

/** Goes on from a button that pays: confirms a larger sum, pays on the biller's page, and comes back. */
export async function payAtBiller(page: Page): Promise<void> {
  const away = (url: URL) => url.origin === country.sandbox
  await page.waitForURL((url) => away(url) || url.pathname.startsWith('/confirm/'))
  if (!away(new URL(page.url()))) {
    await confirmHere(page)
    await press(page, /^سدّد/)
    await page.waitForURL(away)
  }
  await page.getByRole('button', { name: 'ادفع', exact: true }).click()
  await page.waitForURL((url) => url.origin === country.portal)
}

/** Follows a link to a document's PDF, confirms it, and takes the file. */
export async function download(page: Page, name: string | RegExp): Promise<Download> {
  await follow(page, name)
  await confirmHere(page)
  const [file] = await Promise.all([page.waitForEvent('download'), follow(page, name)])
  return file
}

/** Presses Tab until the element has the focus: who uses no mouse gets there, and sees where they are. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor()
  for (let at = 0; at < 80; at++) {
    await page.keyboard.press('Tab')
    const there = await wanted.first().evaluate((element) => element === document.activeElement)
    if (there) return
  }
  throw new Error(`Tab does not reach ${wanted}`)
}
