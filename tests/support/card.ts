import { generateKeyPairSync, sign } from 'node:crypto'
import { day } from '#kernel/day.ts'
import { system } from '#platform/authority/principal.ts'
import { transact } from '#platform/database/transact.ts'
import { restore, revoke, suspend } from '#platform/documents/change-state.ts'
import { liveDraft, liveMessage } from '#platform/documents/credential/live.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { pack, unpack } from '#platform/documents/cwt.ts'
import { drawDocument } from '#platform/documents/draw.ts'
import type { IssuedDocument } from '#platform/documents/issued.ts'
import { type SealedView, sealViews } from '#platform/documents/seal-views.ts'
import type { Platform } from '#platform/platform.ts'
import { aPerson } from './people.ts'

/** Somebody's card of the specimen, on paper and on a phone. */
export interface Card {
  readonly document: IssuedDocument
  /** The text of the printed code. */
  readonly printed: string
  /** The text that the phone shows at some time, whole or in a view; `tell`: its holder wishes to hear of checks. */
  live(at: Date, view?: string, tell?: boolean): string
  /** The text of a picture of the phone's copy, without the phone. */
  copied(view?: string): string
  readonly phone: readonly SealedView[]
  change(to: 'revoked' | 'suspended' | 'restored'): Promise<void>
}

/** A keeper of a lantern with their card; `createLanterns` was called before. */
export async function aCard(
  platform: Pick<Platform, 'db' | 'clock' | 'issuers' | 'config' | 'catalogue'>,
  { lasts = 30 * 86_400 }: { readonly lasts?: number } = {},
): Promise<Card> {
  const { db, clock, config } = platform
  const person = await aPerson(db, { born: day('1991-03-14') })
  await db
    .insertInto('lantern')
    .values({ person_id: person, id: 'L1', lit: true, held: false, valid_until: day('2100-01-01') })
    .execute()
  const definition = platform.catalogue.document('keeper-card')
  const document = definition && (await drawDocument(platform, definition, person, 'self'))
  if (!document) throw new Error('no card was drawn')
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const device = Uint8Array.from([4, ...Buffer.from(x, 'base64url'), ...Buffer.from(y, 'base64url')])
  const ends = new Date(clock.now().getTime() + lasts * 1000)
  const phone = await transact(db, (tx) =>
    sealViews(tx, platform, { document, definition, device, ends, at: clock.now() }),
  )
  const packedOf = (view?: string) => {
    const found = phone.find((one) => one.view === view)
    if (!found) throw new Error(`no view ${view}`)
    return found.packed
  }
  return {
    document,
    phone,
    printed: codeAddress(config.origin, document.packed),
    copied: (view) => codeAddress(config.origin, packedOf(view)),
    live: (at, view, tell = false) => {
      const credential = unpack(packedOf(view))
      if (!credential.ok) throw new Error(credential.error)
      const draft = liveDraft(credential.value, at, { tell })
      const signature = sign('sha256', draft.toSign, { key: privateKey, dsaEncoding: 'ieee-p1363' })
      return codeAddress(config.origin, pack(liveMessage(draft, signature)))
    },
    change: (to) =>
      transact(db, async (tx) => {
        const one = { person, id: document.id, by: system('test'), at: clock.now() }
        const reason = { ar: 'للاختبار.', en: 'For the test.' }
        if (to === 'revoked') await revoke(tx, { ...one, reason })
        else if (to === 'suspended') await suspend(tx, { ...one, reason })
        else await restore(tx, one)
      }),
  }
}
