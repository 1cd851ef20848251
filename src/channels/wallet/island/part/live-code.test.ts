import encodeQR from 'qr'
import { expect, it } from 'vitest'
import { day } from '#kernel/day.ts'
import { transact } from '#platform/database/transact.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import { showingsOf } from '#platform/documents/seal-views.ts'
import { takePlace } from '#platform/documents/status.ts'
import { verifyCode } from '#platform/documents/verify.ts'
import { pointOf } from '#platform/guard/device-key.ts'
import { sealCopy } from '#platform/wallets/seal-copy.ts'
import { testPlatform } from '#tests/support/database.ts'
import { aPerson } from '#tests/support/people.ts'
import { specimenCard } from '#tests/support/wallet.ts'
import { liveCode, untilNext } from './live-code.ts'
import { newPhone } from './phone.ts'

const { platform, db, clock } = await testPlatform()

it('is what the page signs, and what any verifier reads; it fits on a small screen', async () => {
  const definition = specimenCard({ held: ['self'], validUntil: day('2031-01-01'), profession: 'x' })
  const person = await aPerson(db)
  const document = await drawDocument(platform, definition, person, 'self')
  if (!document) throw new Error('nothing was drawn')
  const phone = await newPhone()
  const at = clock.now()
  const place = await transact(db, (tx) => takePlace(tx, { person, documentId: document.id }))
  const [whole] = await showingsOf(document, definition, at)
  if (!whole) throw new Error('nothing to show')
  const on = {
    place,
    device: pointOf({ ...phone.publicKey, kty: 'EC', crv: 'P-256' }),
    ends: new Date('2026-12-01'),
    at,
  }
  for (const [face, version] of [
    [whole.says.face, 30],
    [undefined, 20],
  ] as const) {
    const sealed = await sealCopy(platform, { ...whole.says, face }, on)
    const credential = Buffer.from(sealed).toString('base64')
    const code = await liveCode(phone, { credential, origin: 'https://services.example.org', at, tell: true })
    expect(code).toMatch(/^HTTPS:\/\/SERVICES\.EXAMPLE\.ORG\/V\/[0-9A-Z$*+:-]+$/)
    const modules = encodeQR(code, 'raw', {
      ecc: face ? 'low' : 'medium',
      encoding: 'alphanumeric',
      border: 1,
    }).length
    expect((modules - 2 - 17) / 4).toBeLessThanOrEqual(version)
    expect(await verifyCode(platform, code, { at, reader: 'x' })).toMatchObject({
      state: 'valid',
      live: true,
    })
  }
})

it('changes at the same moments for everybody', () => {
  expect([0, 1, 19_999, 20_000].map(untilNext)).toEqual([20_000, 19_999, 1, 20_000])
})
