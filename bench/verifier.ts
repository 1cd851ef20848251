/**
 * How long the verifier takes from a picture of a code to its decision, in Chromium with the network off and the
 * server gone. Run: `npx tsx bench/verifier.ts`. Codes are of our own drawing, three pixels a module, and warm: the
 * page has decided before. The same pictures are given to the bare decoder in the same browser, in turns.
 */
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createWeb } from '#channels/server.ts'
import { openSession } from '#command/session.ts'
import { day } from '#kernel/day.ts'
import { readConfig } from '#platform/config.ts'
import { freePort } from '#platform/database/embedded/cluster.ts'
import type { CodeClaims } from '#platform/documents/credential/claims.ts'
import { liveDraft, liveMessage } from '#platform/documents/credential/live.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { pack, seal, unpack } from '#platform/documents/cwt.ts'
import { buildAssets, launchBrowser } from '#tests/support/browser.ts'
import { codePicture } from '#tests/support/code-picture.ts'
import { keptWhole } from '#tests/support/kept-whole.ts'

const rounds = 15
const wanted = 300

buildAssets()
const data = await mkdtemp(join(tmpdir(), 'bench-'))
// Started by root, PostgreSQL runs as somebody else, who has to come in.
await chmod(data, 0o755)
const session = await openSession(
  readConfig({
    DIWAN_DATA: data,
    DIWAN_LOG: 'silent',
    DIWAN_SANDBOX: 'off',
    DIWAN_PORT: String(await freePort()),
    DATABASE_URL: process.env.DATABASE_URL,
  }),
)
const { platform } = session
const { origin, port } = platform.config
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const { x = '', y = '' } = publicKey.export({ format: 'jwk' })

const plain: CodeClaims = {
  issuer: origin,
  issuedAt: new Date(),
  validFrom: day('2026-01-01'),
  validUntil: day('2099-12-31'),
  document: 'driving-licence',
  number: 'DL-1448-4KQ7M2-C',
  name: { ar: 'نورة بنت سعد بن عبدالله آل مثال', en: 'Noura Saad Abdullah Al Mithal' },
  birth: day('1990-05-17'),
  extra: { cls: 'B' },
  status: { uri: `${origin}/status/1`, index: 481_516 },
}
const faced: CodeClaims = { ...plain, face: new Uint8Array(randomBytes(600)) }
const bound: CodeClaims = {
  ...plain,
  device: Uint8Array.from([4, ...Buffer.from(x, 'base64url'), ...Buffer.from(y, 'base64url')]),
  ends: new Date(Date.now() + 86_400_000),
}
const address = async (claims: CodeClaims) => codeAddress(origin, await seal(platform.issuers, claims))
const message = unpack(await seal(platform.issuers, bound))
if (!message.ok) throw new Error(message.error)
/** Each is another one, as a phone shows it. */
async function live(): Promise<string> {
  if (!message.ok) throw new Error(message.error)
  const draft = liveDraft(message.value, new Date())
  const signature = sign('sha256', draft.toSign, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return codeAddress(origin, pack(liveMessage(draft, signature)))
}
const [printed, withFace] = [await address(plain), await address(faced)]
const codes: Readonly<Record<string, () => Promise<string>>> = {
  'a printed code': async () => printed,
  'with a face of 600 bytes': async () => withFace,
  'shown live by a phone': live,
}

const web = await createWeb(platform, { biller: undefined })
await web.listen({ port, host: 'localhost' })
const browser = await launchBrowser()
const page = await (await browser.newContext({ viewport: { width: 360, height: 780 } })).newPage()
await page.goto(`${origin}/verify`)
await keptWhole(page)
await page.context().setOffline(true)
await web.close()
await page.reload()
await page.locator('input[type=file]').waitFor({ state: 'attached' })

/** Gives the page a picture as its file field does; the milliseconds until the decision stands there, by its own clock. */
const decide = (on: Page, picture: string) =>
  on.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const field = document.querySelector<HTMLInputElement>('input[type=file]')
    if (!field) throw new Error('no field')
    const given = new DataTransfer()
    given.items.add(new File([bytes], 'code.png', { type: 'image/png' }))
    field.files = given.files
    const from = performance.now()
    field.dispatchEvent(new Event('change', { bubbles: true }))
    while (!document.querySelector('.verifier-result')) await new Promise((next) => setTimeout(next, 1))
    const took = performance.now() - from
    return { took, state: document.querySelector('.verifier-result')?.getAttribute('data-state') }
  }, picture)

/** The decoder alone, started anew beside the page’s own. */
const startDecoder = (on: Page) =>
  on.evaluate(async () => {
    const place = document.getElementById('verifier')
    const worker = new Worker(place?.dataset.decoder ?? '')
    const ready = new Promise((done) => worker.addEventListener('message', done, { once: true }))
    worker.postMessage({ kind: 'prepare', wasm: new URL(place?.dataset.wasm ?? '', location.href).href })
    await ready
    Object.assign(window, { bare: worker })
  })
const decode = (on: Page, picture: string) =>
  on.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const image = context?.getImageData(0, 0, bitmap.width, bitmap.height)
    const { bare } = window as unknown as { bare: Worker }
    const from = performance.now()
    const read = new Promise((done) => bare.addEventListener('message', done, { once: true }))
    bare.postMessage({ kind: 'read', id: 1, image, thorough: true })
    await read
    return performance.now() - from
  }, picture)

await startDecoder(page)
const seen = new Map<string, { took: number[]; bare: number[] }>()
for (let round = -3; round < rounds; round++)
  for (const [name, code] of Object.entries(codes)) {
    const text = await code()
    const picture = (await codePicture(text, 3)).toString('base64')
    const { took, state } = await decide(page, picture)
    if (state !== 'valid') throw new Error(`${name} came out as ${state}`)
    await page.locator('.btn-primary').click()
    const bare = await decode(page, picture)
    if (round < 0) continue
    const all = seen.get(name) ?? { took: [], bare: [] }
    all.took.push(took)
    all.bare.push(bare)
    seen.set(name, all)
  }
const middle = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
let slowest = 0
for (const [name, { took, bare }] of seen) {
  slowest = Math.max(slowest, middle(took))
  console.log(
    `${name}: ${middle(took).toFixed(0)} ms (slowest ${Math.max(...took).toFixed(0)}), the bare decoder ${middle(bare).toFixed(0)} ms`,
  )
}
console.log(`${slowest < wanted ? 'below' : 'NOT below'} the wanted ${wanted} ms`)
await browser.close()
await session.close()
await rm(data, { recursive: true, force: true })
process.exitCode = slowest < wanted ? 0 : 1
