import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { rereadAssets } from '#channels/face/assets.ts'
import { findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '../..')

/** Where this machine has Chromium: the variable CHROMIUM, else a usual place. */
export const chromiumPath: string | undefined = findChromium()

/** A Chromium to look at pages with; `args` are its own. @throws when the machine has none */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  if (!chromiumPath) throw new Error('no Chromium here: install it, or name it in CHROMIUM')
  return chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', ...args] })
}

/** Builds the styles and scripts when their sources have changed; pages that are made after that name the new ones. */
export function buildAssets(): void {
  execFileSync(process.execPath, [join(root, 'bin/assets.mjs')])
  rereadAssets()
}

/** As strict as the server's, so that what it would refuse is refused here. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'"

/** Answers a page's requests from functions, by path, and from the built assets; anything else with 204. */
export async function serveHere(
  page: Page,
  pages: Readonly<Record<string, () => Uint8Array>>,
): Promise<void> {
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const shown = pages[pathname]
    if (shown) {
      const headers = { 'content-security-policy': policy }
      return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: Buffer.from(shown()) })
    }
    const built = join(root, 'dist', pathname)
    return pathname.startsWith('/assets/') && existsSync(built)
      ? route.fulfill({ path: built })
      : route.fulfill({ status: 204 })
  })
}
