// The pictures of README.md, taken of the product as it runs: npx tsx tests/pictures/readme.ts
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { z } from 'zod'
import type { Locale } from '#kernel/text.ts'
import { freePort } from '#platform/database/embedded/cluster.ts'
import { openVault } from '#platform/database/vault.ts'
import { codeOf } from '#platform/guard/visual-code.ts'
import { type CastName, castNames } from '#platform/people/synthetic.ts'
import { castMobileAt } from '#population/numbers.ts'
import { readyPassword } from '#population/ready.ts'
import { launchBrowser } from '#tests/support/browser.ts'

const root = resolve(import.meta.dirname, '../..')
const target = join(root, 'docs')
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 860 }

const data = await mkdtemp(join(tmpdir(), 'diwan-readme-'))
const [web, sandbox, smpp, smtp] = await Promise.all([freePort(), freePort(), freePort(), freePort()])
const portal = `http://localhost:${web}`
const server = spawn(process.execPath, [join(root, 'bin/diwan'), 'serve'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    DIWAN_DATA: data,
    DIWAN_PERSONS: '400',
    DIWAN_LOG: 'warn',
    DIWAN_PORT: String(web),
    DIWAN_SANDBOX_PORT: String(sandbox),
    DIWAN_SANDBOX_SMPP_PORT: String(smpp),
    DIWAN_SANDBOX_SMTP_PORT: String(smtp),
  },
})
const ended = new Promise<void>((done) => server.once('exit', () => done()))
await new Promise<void>((ready, failed) => {
  server.once('exit', () => failed(new Error('the server ended before it was ready')))
  server.stdout.on('data', (chunk) => String(chunk).includes('Ready after') && ready())
})
const vault = await openVault({ data, vaultKeys: undefined })
const browser = await launchBrowser()

try {
  await mkdir(target, { recursive: true })
  const visitor = await someone('ar', phone)
  await visitor.goto(portal)
  await shoot(visitor, 'home-ar')

  const driver = await signIn('driver', 'ar', phone)
  await driver.goto(`${portal}/services/renew-driving-licence`)
  await driver.locator('.verdicts').evaluate((list) => list.scrollIntoView())
  await driver.evaluate(() => scrollBy(0, -150))
  await shoot(driver, 'renew-ar')
  await driver.context().addCookies([{ name: 'lang', value: 'en', url: portal }])
  await driver.setViewportSize(desk)
  await driver.goto(portal)
  await shoot(driver, 'signed-in-en')
  await object(driver)

  const officer = await signIn('trafficOfficer', 'en', desk)
  await officer.goto(`${portal}/office`)
  await officer.locator('main table a').first().click()
  await shoot(officer, 'office-en')
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await ended
  await rm(data, { recursive: true, force: true })
}

async function someone(language: Locale, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', deviceScaleFactor: 1.5 })
  await context.addCookies([{ name: 'lang', value: language, url: portal }])
  return context.newPage()
}

async function signIn(name: CastName, language: Locale, viewport: typeof phone): Promise<Page> {
  const page = await someone(language, viewport)
  const office = name.endsWith('Officer')
  await page.goto(`${portal}${office ? '/office' : ''}/sign-in`)
  await page.locator('input[name=name]').fill(name.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`))
  await page.locator('input[name=password]').fill(readyPassword)
  const challenge = await page.locator('input[name=_challenge]').inputValue()
  await page.locator('input[name=_code]').fill(codeOf(vault, challenge))
  await page.locator('main form button[type=submit]').first().click()
  await page.locator('input[name=code]').fill(await codeSentTo(name))
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  return page
}

/** The code that arrives on the sandbox phone of a member of the cast. */
async function codeSentTo(name: CastName): Promise<string> {
  const mobile = encodeURIComponent(castMobileAt(castNames.indexOf(name)))
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://localhost:${sandbox}/phone/${mobile}/messages`)
    const texts = z.array(z.object({ text: z.string() })).parse(await answer.json())
    const code = texts.map(({ text }) => /\d{6}/.exec(text)?.[0]).findLast(Boolean)
    if (code) return code
    await sleep(200)
  }
  throw new Error(`no code came for ${name}`)
}

/** Sends an objection to the driver's violation, so that an officer has a case. */
async function object(page: Page): Promise<void> {
  await page.goto(`${portal}/services/object-traffic-violation`)
  await page.locator('main form[action$="/start"] button').click()
  await page.locator('input[value=wrong-facts]').check()
  await page.locator('textarea').fill('The plate in the picture is not the plate of my car.')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.locator('form[action$="/submit"] button').click()
  await page.waitForURL((url) => !url.pathname.endsWith('/check'))
}

/** One screenful, in few colours: a picture of a page needs no more, and a clone stays small. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.screenshot()
  const path = join(target, `${name}.png`)
  const { size } = await sharp(picture).png({ palette: true, colours: 64, effort: 10 }).toFile(path)
  process.stdout.write(`${path} ${Math.round(size / 1024)} KB\n`)
}
