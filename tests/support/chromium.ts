import { existsSync, globSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ensureDebian } from './debian.ts'

type Found = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly error: string }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const elsewhere = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const playwright = ['.cache/ms-playwright', 'Library/Caches/ms-playwright']

/** The browser of CHROMIUM, or the one that this machine has. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM
  if (given !== undefined && given !== '') return existsSync(given) ? given : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  return [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...elsewhere,
    ...playwright.flatMap((cache) =>
      globSync('chromium-*/chrome-*/{chrome,Chromium.app/Contents/MacOS/Chromium}', {
        cwd: join(homedir(), cache),
      }).map((path) => join(homedir(), cache, path)),
    ),
  ].find((path) => existsSync(path))
}

/** The same; on Debian as root it is installed when there is none, else the error says how to get it. */
export function ensureChromium(): Found {
  const found = findChromium()
  if (found !== undefined) return { ok: true, value: found }
  ensureDebian(() => findChromium() !== undefined, 'chromium')
  const installed = findChromium()
  if (installed !== undefined) return { ok: true, value: installed }
  return {
    ok: false,
    error:
      'no Chromium here. Install it ("sudo apt-get install chromium") or name one: CHROMIUM=/path/to/chrome npm test',
  }
}
