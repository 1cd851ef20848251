import {
  type AuthenticatorTransport,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type VerifiedAuthenticationResponse,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { lockAccount } from './activation.ts'
import { noteChange } from './changes.ts'
import { jsonIn, keepChallenge, useChallenge } from './passkey-challenge.ts'
import { passkeyTexts as texts } from './passkey-texts.ts'
import { type Holder, spendStepUp } from './step-up.ts'
import './account-tables.ts'
import './passkey-tables.ts'

const MOST = 20
/** EdDSA, ES256, RS256. */
const algorithms = [-8, -7, -257]

type World = Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>

/** A passkey as its holder sees it. */
export interface Passkey {
  readonly id: string
  readonly name: string
  /** Kept by the phone's maker on all its owner's devices; else it stays on one. */
  readonly synced: boolean
  readonly madeAt: Date
  readonly lastUsedAt: Date | undefined
}

/** The passkeys of a person, the oldest first. */
export async function passkeysOf(db: Db, person: PersonNumber): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'synced', 'made_at', 'last_used_at'])
    .where('person_id', '=', person)
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    synced: row.synced,
    madeAt: row.made_at,
    lastUsedAt: row.last_used_at ?? undefined,
  }))
}

/** What a browser needs to make a passkey: it verifies its user, and is found without a name. */
export async function newPasskeyOptions(
  { db, clock, vault, config }: World,
  by: Holder,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const [account, have] = await Promise.all([
    db.selectFrom('account').select('username').where('person_id', '=', by.person).executeTakeFirstOrThrow(),
    db.selectFrom('passkey').select('id').where('person_id', '=', by.person).execute(),
  ])
  const options = await generateRegistrationOptions({
    rpName: 'Diwan',
    rpID: domainOf(config),
    userName: account.username,
    userDisplayName: account.username,
    // Says nothing of who it is, and is always the same for one person.
    userID: new Uint8Array(Buffer.from(vault.index(`passkey-user:${by.person}`), 'base64url')),
    excludeCredentials: have,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
  })
  await keepChallenge(db, options.challenge, `add:${by.session}`, clock.now())
  return options
}

/** Keeps a passkey that the browser has made, after a step-up; every way of reaching the person hears of it. */
export async function addPasskey(
  { db, clock, config }: World,
  by: Holder,
  { answer, name }: { readonly answer: string; readonly name: string },
): Promise<Result<void, Problem>> {
  const at = clock.now()
  const response = jsonIn(answer, registration)
  const challenge =
    response && (await useChallenge(db, response.response.clientDataJSON, `add:${by.session}`, at))
  if (!response || challenge === undefined) return err(texts.notMade)
  const verified = await orNothing(() =>
    verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: config.origin,
      expectedRPID: domainOf(config),
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!verified?.verified) return err(texts.notMade)
  const { credential, credentialBackedUp } = verified.registrationInfo
  return transact(db, async (tx) => {
    const confirmed = await spendStepUp(tx, by, 'passkeys', at)
    if (!confirmed.ok) return confirmed
    await lockAccount(tx, by.person)
    if ((await passkeysOf(tx, by.person)).length >= MOST) return err(texts.tooManyPasskeys)
    const free = await tx
      .insertInto('passkey_holder')
      .values({ id: credential.id, person_id: by.person })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!free) return err(texts.notMade)
    await tx
      .insertInto('passkey')
      .values({
        person_id: by.person,
        id: credential.id,
        public_key: Buffer.from(credential.publicKey).toString('base64url'),
        counter: credential.counter,
        transports: credential.transports ?? [],
        name: name.trim().slice(0, 60) || 'Passkey',
        synced: credentialBackedUp,
        made_at: at,
        last_used_at: null,
      })
      .execute()
    await noteChange(tx, config, {
      person: by.person,
      by,
      action: 'account.add-passkey',
      notice: texts.added,
      at,
    })
    return ok(undefined)
  })
}

/** Removes a passkey of one's own after a step-up: it opens nothing from then on. */
export function removePasskey(
  { db, clock, config }: World,
  by: Holder,
  id: string,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  return transact(db, async (tx) => {
    const own = await tx
      .selectFrom('passkey')
      .select('name')
      .where('person_id', '=', by.person)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!own) return err(problems.notFound)
    const confirmed = await spendStepUp(tx, by, 'passkeys', at)
    if (!confirmed.ok) return confirmed
    await tx.deleteFrom('passkey').where('person_id', '=', by.person).where('id', '=', id).execute()
    await tx.deleteFrom('passkey_holder').where('id', '=', id).execute()
    await noteChange(tx, config, {
      person: by.person,
      by,
      action: 'account.remove-passkey',
      about: own.name,
      notice: texts.removed,
      at,
    })
    return ok(undefined)
  })
}

/** Takes every passkey of a person away. */
export async function dropPasskeys(tx: Tx, person: PersonNumber): Promise<void> {
  await tx.deleteFrom('passkey_holder').where('person_id', '=', person).execute()
  await tx.deleteFrom('passkey').where('person_id', '=', person).execute()
}

/**
 * Whose passkey has answered a challenge of this purpose; nothing when the answer is not right in every
 * respect: known key, this site, the user verified, signature, and a counter that has gone up.
 */
export async function holderOfAnswer(
  { db, clock, config }: Pick<Platform, 'db' | 'clock' | 'config'>,
  answer: string,
  purpose: string,
): Promise<PersonNumber | undefined> {
  const at = clock.now()
  const response = jsonIn(answer, authentication)
  const challenge = response && (await useChallenge(db, response.response.clientDataJSON, purpose, at))
  if (!response || challenge === undefined) return undefined
  const holder = await db
    .selectFrom('passkey_holder')
    .select('person_id')
    .where('id', '=', response.id)
    .executeTakeFirst()
  const key =
    holder &&
    (await db
      .selectFrom('passkey')
      .selectAll()
      .where('person_id', '=', holder.person_id)
      .where('id', '=', response.id)
      .executeTakeFirst())
  if (!key) return undefined
  const verified = await orNothing<VerifiedAuthenticationResponse>(() =>
    verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: config.origin,
      expectedRPID: domainOf(config),
      requireUserVerification: true,
      credential: {
        id: key.id,
        publicKey: new Uint8Array(Buffer.from(key.public_key, 'base64url')),
        counter: key.counter,
        // As the browser named them when the key was made; only hints.
        transports: key.transports as AuthenticatorTransport[],
      },
    }),
  )
  if (!verified?.verified) return undefined
  await db
    .updateTable('passkey')
    .set({
      counter: verified.authenticationInfo.newCounter,
      synced: verified.authenticationInfo.credentialBackedUp,
      last_used_at: at,
    })
    .where('person_id', '=', key.person_id)
    .where('id', '=', key.id)
    .execute()
  return key.person_id
}

/** Passkeys belong to the host of the portal. */
export const domainOf = ({ origin }: Pick<Platform['config'], 'origin'>): string => new URL(origin).hostname

const text = z.string().max(20_000)
const common = { id: text, rawId: text, type: z.literal('public-key') }
const registration = z.object({
  ...common,
  response: z.object({ clientDataJSON: text, attestationObject: text }),
})
const authentication = z.object({
  ...common,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text }),
})

/** The library throws for whatever is wrong with an answer. */
async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}
