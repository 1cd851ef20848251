import { type Browser, chromium } from 'playwright-core'
import { ensureChromium } from './chromium.ts'
import { whenDone } from './database.ts'

/** Chromium, started for this test file and closed after its last test. */
export async function launchBrowser(): Promise<Browser> {
  const found = ensureChromium()
  if (!found.ok) throw new Error(found.error)
  const browser = await chromium.launch({
    executablePath: found.value,
    // Chromium's own cage needs an ordinary user; our pages are the only ones that it opens.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage', '--force-color-profile=srgb'],
  })
  whenDone(() => browser.close())
  return browser
}
