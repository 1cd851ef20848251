import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where this machine has Chromium: the variable CHROMIUM, else a usual place. */
export const chromiumPath: string | undefined = process.env.CHROMIUM ?? usual.find((path) => existsSync(path))

/** A Chromium to look at pages with. @throws when the machine has none */
export async function launchBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('no Chromium here: install it, or name it in CHROMIUM')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
}
