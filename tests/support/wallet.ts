import { generateKeyPairSync, sign } from 'node:crypto'
import { day } from '#kernel/day.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import { liveDraft, liveMessage } from '#platform/documents/credential/live.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { pack } from '#platform/documents/cwt.ts'
import type { DocumentSpec } from '#platform/documents/document.ts'
import { document } from '#platform/documents/document.ts'
import { verifyCode } from '#platform/documents/verify.ts'
import { portraitOf } from '#platform/faces/portrait.ts'
import { type DeviceKey, thumbprintOf } from '#platform/guard/device-key.ts'
import { findPerson } from '#platform/people/person.ts'
import { carry } from '#platform/wallets/carry.ts'
import { challengePhone, type Proof } from '#platform/wallets/contact.ts'
import { challengeNewPhone, enrolWallet } from '#platform/wallets/enrol.ts'
import { leave } from '#platform/wallets/leave.ts'
import { type Purpose, proofText } from '#platform/wallets/proof-text.ts'
import { type aHolder, confirmAct } from './accounts.ts'
import { type TestPlatform, testPlatform } from './platform.ts'

type World = Pick<TestPlatform, 'platform' | 'sent' | 'runJobs'>
type Holder = Awaited<ReturnType<typeof aHolder>>

/** What a specimen of an ID card says; a test changes it between two contacts. */
export interface SpecimenCard {
  held: readonly string[]
  /** Papers about others in somebody's own hand: the subject is that other person's number. */
  heldBesides?: ((person: PersonNumber) => readonly PersonNumber[]) | undefined
  validUntil: ReturnType<typeof day>
  profession: string
  suspended?: Text | undefined
}

/** A document that everybody carries without asking for it, with a narrower showing. */
export function specimenCard(says: SpecimenCard) {
  const spec: DocumentSpec = {
    sector: 'specimen',
    title: { ar: 'بطاقة نموذجية', en: 'Specimen card' },
    issuer: { ar: 'إدارة النماذج', en: 'Office of Specimens' },
    look: { kind: 'card', from: '#14532d', to: '#3f8f5f', ink: 'light' },
    prefix: 'SC',
    codeWords: {
      over18: { label: { ar: 'فوق 18 عامًا', en: 'Over 18' }, values: { yes: { ar: 'نعم', en: 'Yes' } } },
    },
    views: [
      {
        name: 'over-18',
        title: { ar: 'فوق 18 عامًا', en: 'Over 18' },
        shows: [],
        answer: ({ birth }) => (birth && birth < '2008-11-23' ? { over18: 'yes' } : undefined),
      },
    ],
    held: async (_context, person) => [...says.held, ...(says.heldBesides?.(person) ?? [])],
    claims: async ({ db, today }, person, subjectId) => {
      const besides = says.heldBesides?.(person).find((one) => one === subjectId)
      const holder = await findPerson(db, besides ?? person)
      if (!holder || !(besides || says.held.includes(subjectId))) return undefined
      return {
        number: holder.id,
        holderName: holder.name,
        birth: holder.born,
        portrait: portraitOf(holder, today),
        validFrom: day('2026-01-01'),
        validUntil: says.validUntil,
        suspended: says.suspended,
        facts: [
          {
            key: 'profession',
            label: { ar: 'المهنة', en: 'Profession' },
            value: v.plain(says.profession),
          },
        ],
      }
    },
  }
  return document('specimen-card', spec)
}

/** A phone as a program: a key of its own, and whatever it sends. */
export function aPhone() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const key: DeviceKey = { kty: 'EC', crv: 'P-256', x, y }
  const thumbprint = thumbprintOf(key)
  const signed = (bytes: string | Uint8Array) =>
    sign('sha256', Buffer.from(bytes), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const proofOf = (purpose: Purpose, challenge: string): Proof => ({
    key: thumbprint,
    challenge,
    signature: signed(proofText(purpose, thumbprint, challenge)).toString('base64url'),
  })

  return {
    key,
    thumbprint,
    proofOf,
    /** Answers a new challenge. */
    async prove({ platform }: Pick<World, 'platform'>, purpose: Purpose): Promise<Proof> {
      const asked = await challengePhone(platform, thumbprint, '203.0.113.5')
      if (!asked.ok) throw new Error(asked.error.code)
      return proofOf(purpose, asked.value.challenge)
    },
    /** Becomes the phone of somebody who has confirmed it, or not. */
    async enrol(
      { platform }: Pick<World, 'platform'>,
      by: Holder['by'],
      more: { replaces?: string; name?: string; browser?: string } = {},
    ) {
      const asked = await challengeNewPhone(platform, by)
      if (!asked.ok) return asked
      const { challenge } = asked.value
      const { signature } = proofOf('enrol', challenge)
      const { replaces, name = 'Chrome · Android', browser } = more
      return enrolWallet(platform, by, { key, challenge, signature, replaces, name, browser })
    },
    async carry(world: Pick<World, 'platform'>) {
      return carry(world.platform, await this.prove(world, 'carry'))
    },
    async leave(world: Pick<World, 'platform'>) {
      return leave(world.platform, await this.prove(world, 'leave'))
    },
    /** Shows a credential live, packed as a code holds it. */
    show(credential: Uint8Array, at: Date, { tell = false } = {}): Uint8Array {
      const draft = liveDraft(credential, at, { tell })
      return pack(liveMessage(draft, signed(draft.toSign)))
    },
  }
}

/** Somebody confirms that they want their documents on the phone that they are on; answers the session's new token. */
export async function confirmWallet(world: World, holder: Holder): Promise<string> {
  // Asking for a challenge is what says what there is to confirm.
  await challengeNewPhone(world.platform, holder.by)
  return confirmAct(world, holder, { act: 'document.download', object: 'wallet' })
}

/** A phone that carries a person's documents, confirmed as the pages ask. */
export async function aWallet(world: World, holder: Holder, more: { replaces?: string } = {}) {
  const phone = aPhone()
  await confirmWallet(world, holder)
  const device = await phone.enrol(world, holder.by, more)
  if (!device.ok) throw new Error(device.error.code)
  return { ...phone, device: device.value }
}

/** A platform whose one document is the specimen, which says what a test has it say. */
export async function walletWorld() {
  const usual: SpecimenCard = { held: ['self'], validUntil: day('2031-01-01'), profession: 'Teacher' }
  const says: SpecimenCard & { reset(): void } = {
    ...usual,
    reset: () => void Object.assign(says, { suspended: undefined, heldBesides: undefined, ...usual }),
  }
  const card = specimenCard(says)
  const product = await testPlatform()
  const { catalogue } = product.platform
  const document = (name: string) => (name === card.name ? card : undefined)
  const platform = { ...product.platform, catalogue: { ...catalogue, documents: [card], document } }
  const world = { ...product, platform }
  const { clock } = world

  return {
    world,
    card,
    says,
    async codeOf(phone: Awaited<ReturnType<typeof aWallet>>, view = ''): Promise<Uint8Array> {
      const load = await phone.carry(world)
      const code = load.ok && load.value.cards[0]?.codes.find((one) => one.view === view)
      if (!code) throw new Error(`nothing to show as "${view}"`)
      return code.credential
    },
    /** How a document that a phone shows now stands for whoever checks it. */
    async checked(phone: Awaited<ReturnType<typeof aWallet>>, credential: Uint8Array) {
      const address = codeAddress(platform.config.origin, phone.show(credential, clock.now()))
      return (await verifyCode(platform, address, { at: clock.now(), reader: 'somebody' })).state
    },
  }
}
