import { addDays, startOfDay } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { type IssuedDocument, isOut } from '#platform/documents/issued.ts'
import { type Showing, showingsOf } from '#platform/documents/seal-views.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { lockPhone, meetPhone, type Proof } from './contact.ts'
import { addCopy, type Copy, copiesOn, lockState, renewCopy } from './copies.ts'
import type { WalletDevice } from './device.ts'
import { endCopies } from './end.ts'
import { type Loadable, loadableBy } from './loadable.ts'
import { walletProblems } from './problems.ts'
import { sealCopy } from './seal-copy.ts'

type World = Pick<Platform, 'db' | 'clock' | 'catalogue' | 'issuers' | 'config'>

/** How long a copy lives without being renewed: one on a lost phone dies by itself. */
const LIFE_MS = 30 * 24 * 60 * 60_000

/** One way to show a card, signed for the phone's key. */
export interface CarriedCode {
  /** Empty for the whole document. */
  readonly view: string
  readonly title: Text | undefined
  /** Whether the small face is in it: the same showing may be there without. */
  readonly face: boolean
  /** The issuer's message, unpacked. */
  readonly credential: Uint8Array
  readonly ends: Date
}

/** A document as a phone carries it. */
export interface CarriedCard {
  readonly document: IssuedDocument
  readonly ground: Loadable['ground']
  /** Until when the phone may show it. */
  readonly ends: Date
  /** None while the document is suspended, and none of a card that is only looked at. */
  readonly codes: readonly CarriedCode[]
}

/** All that a phone carries, and whose phone it is. */
export interface Load {
  readonly device: WalletDevice
  readonly cards: readonly CarriedCard[]
}

/**
 * Gives a phone what its holder may carry now, against a proof of its key: it needs no session. What is out
 * already is signed anew under the places that it has, so that an answer that was lost harms nothing; what the
 * holder may carry no more ends.
 */
export async function carry(world: World, proof: Proof): Promise<Result<Load, Problem>> {
  const { db, clock } = world
  const at = clock.now()
  const met = await transact(db, (tx) => meetPhone(tx, 'carry', proof, at))
  if (!met.ok) return met
  const device = met.value
  // Drawing documents has transactions of its own, and drawing faces takes its time.
  const loads: Ready[] = []
  for (const one of await loadableBy(world, device.person))
    loads.push({ ...one, showings: await showingsOf(one.document, one.definition, at) })
  return transact(db, async (tx) => {
    const now = await lockPhone(tx, device.person, device.id)
    if (now?.ended) return err(walletProblems.ended(now.ended.because))
    const copies = await copiesOn(tx, device)
    const kept = new Set<string>()
    const cards: CarriedCard[] = []
    for (const one of loads) {
      const own = copies.filter((copy) => copy.documentId === one.document.id)
      const state = await lockState(tx, one.document)
      // Replaced or taken back a moment ago: what came in its place comes with the next contact.
      if (!isOut(state)) continue
      // A suspended document is not shown; its copies wait until it is good again.
      const suspended = state === 'suspended'
      const ends = endOf(one, at)
      const signed = suspended ? [] : await copyEach(tx, world, { device, own, one, ends, at })
      for (const { id } of suspended ? own : signed.map(({ copy }) => copy)) kept.add(id)
      const document = { ...one.document, state }
      const codes = signed.flatMap(({ code }) => code ?? [])
      cards.push({ document, ground: one.ground, ends, codes })
    }
    const gone = copies.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    await endCopies(tx, device.person, { device: device.id, ids: gone }, at)
    return ok({ device, cards })
  })
}

interface Ready extends Loadable {
  readonly showings: readonly Showing[]
}

/**
 * Copies each showing of a document to a phone and signs it, under the place that its copy has or gets now; one with a
 * face is signed without it too, since the holder chooses. Of a card that is only looked at there is one copy, unsigned.
 */
async function copyEach(
  tx: Tx,
  world: World,
  it: {
    readonly device: WalletDevice
    readonly own: readonly Copy[]
    readonly one: Ready
    readonly ends: Date
    readonly at: Date
  },
): Promise<readonly { readonly copy: Copy; readonly code: CarriedCode | undefined }[]> {
  const { device, own, one, ends, at } = it
  const copied = []
  for (const { view: narrow, says } of one.ground === 'consent' ? one.showings.slice(0, 1) : one.showings) {
    const view = narrow?.name ?? ''
    const out = own.find((copy) => copy.view === view)
    const copy = out
      ? await renewCopy(tx, device, out, { ends, at })
      : await addCopy(tx, device, one, { view, ends, at })
    const { place } = copy
    if (!place) {
      copied.push({ copy, code: undefined })
      continue
    }
    for (const face of says.face ? [says.face, undefined] : [undefined]) {
      const on = { place, device: device.key, ends, at }
      const credential = await sealCopy(world, { ...says, face }, on)
      const code = { view, title: narrow?.title, face: face !== undefined, credential, ends }
      copied.push({ copy, code })
    }
  }
  return copied
}

/** With the document, with the right to carry it, or after thirty days: whichever comes first. */
function endOf({ document, until }: Loadable, at: Date): Date {
  const lastDays = [document.validUntil, until].filter((day) => day !== undefined)
  const ends = lastDays.map((day) => startOfDay(addDays(day, 1)).getTime())
  return new Date(Math.min(at.getTime() + LIFE_MS, ...ends))
}
