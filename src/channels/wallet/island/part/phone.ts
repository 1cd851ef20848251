import { type Purpose, proofText } from '#platform/wallets/proof-text.ts'
import type { WalletLoad } from '../../presented.ts'
import { base64url, utf8 } from './bytes.ts'
import { type Answer, ask } from './server.ts'

/** What binds this browser to its holder: a key that cannot be taken out of it, and its name. */
export interface Phone {
  readonly key: CryptoKey
  /** RFC 7638. */
  readonly thumbprint: string
}

const signing = { name: 'ECDSA', hash: 'SHA-256' } as const

interface NewPhone extends Phone {
  readonly publicKey: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string }
}

/** A key that was made here and never leaves. */
export async function newPhone(): Promise<NewPhone> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const publicKey = { kty: 'EC', crv: 'P-256', x, y }
  const named = utf8(JSON.stringify({ crv: publicKey.crv, kty: publicKey.kty, x, y }))
  const digest = await crypto.subtle.digest('SHA-256', named)
  return { key: pair.privateKey, thumbprint: base64url(new Uint8Array(digest)), publicKey }
}

/** What a new phone has to sign; refused with the page of the step-up, before somebody has confirmed. */
export const askForChallenge = (csrf: string): Promise<Answer<{ readonly challenge: string }>> =>
  ask('enrol/challenge', {}, { csrf })

/** Makes this browser the phone of who is signed in, in the place of another one if they said so. */
export async function enrol(
  phone: NewPhone,
  { csrf, replaces }: { readonly csrf: string; readonly replaces: string | undefined },
): Promise<Answer<unknown>> {
  const asked = await askForChallenge(csrf)
  if (!asked.ok) return asked
  const { challenge } = asked.value
  const signature = await proof(phone, 'enrol', challenge)
  const given = { key: phone.publicKey, challenge, signature, ...(replaces ? { replaces } : {}) }
  return ask('enrol', given, { csrf })
}

/** Whether what is here may stay. */
export const look = (phone: Phone): Promise<Answer<unknown>> => prove(phone, 'look')

/** Everything that this phone may carry, signed anew. */
export const carry = (phone: Phone): Promise<Answer<WalletLoad>> => prove(phone, 'carry')

/** Says that everything here is forgotten. */
export const leave = (phone: Phone): Promise<Answer<unknown>> => prove(phone, 'leave')

/** Signs what a live code says now. */
export const signWith = async ({ key }: Phone, bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign(signing, key, Uint8Array.from(bytes)))

async function prove<T>(phone: Phone, purpose: Exclude<Purpose, 'enrol'>): Promise<Answer<T>> {
  const { thumbprint } = phone
  const asked = await ask<{ challenge: string }>('challenge', { key: thumbprint })
  if (!asked.ok) return asked
  const { challenge } = asked.value
  return ask<T>(purpose, { key: thumbprint, challenge, signature: await proof(phone, purpose, challenge) })
}

const proof = async (phone: Phone, purpose: Purpose, challenge: string): Promise<string> =>
  base64url(await signWith(phone, utf8(proofText(purpose, phone.thumbprint, challenge))))
