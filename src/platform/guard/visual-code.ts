import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Challenge, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import { toAsciiDigits } from '#kernel/digits.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Locale } from '#kernel/text.ts'
import { newToken } from '#platform/database/ids.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { drawDigits } from './picture.ts'
import { speakDigits } from './spoken.ts'
import { takeAll } from './throttle.ts'
import './tables.ts'

export const VISUAL_CODE_LENGTH = 5
const LIFE_SECONDS = 5 * 60
const MINUTES = 60

/** A picture with a code, and a puzzle that the browser solves meanwhile when it runs scripts. */
export interface VisualCode {
  readonly id: string
  /** ALTCHA, PBKDF2/SHA-256: 256 derivations on average, some tenths of a second in a browser. */
  readonly challenge: Challenge
}

/** What comes back with a form. */
export interface VisualAnswer {
  readonly id: string
  /** As typed; Eastern digits are fine. */
  readonly code: string
  /** The solved puzzle as the island sends it (base64 of JSON); empty or absent without scripts. */
  readonly proof?: string | undefined
  /** The address of the asker. */
  readonly ip: string
}

/** A new visual code, good for 5 minutes and one try. */
export async function newVisualCode({
  db,
  clock,
  vault,
}: Pick<Platform, 'db' | 'clock' | 'vault'>): Promise<VisualCode> {
  const at = clock.now()
  const id = newToken()
  const expires = new Date(at.getTime() + LIFE_SECONDS * 1000)
  await db.insertInto('visual_code').values({ id, expires_at: expires }).execute()
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 1000,
    keyPrefix: '00',
    data: { id },
    deriveKey,
    hmacSignatureSecret: vault.derive('visual-code-challenge').toString('base64url'),
  })
  return { id, challenge }
}

/** The picture (PNG) of a code that nobody has tried yet. */
export async function pictureOf(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  id: string,
): Promise<Buffer | undefined> {
  if (!(await isOpen(platform, id))) return undefined
  return drawDigits(codeOf(platform.vault, id), platform.vault.index(`visual-picture:${id}`))
}

/** The spoken digits (WAV) of a code that nobody has tried yet, for who cannot see the picture. */
export async function spokenOf(
  platform: Pick<Platform, 'db' | 'clock' | 'vault'>,
  id: string,
  language: Locale,
): Promise<Buffer | undefined> {
  if (!(await isOpen(platform, id))) return undefined
  return speakDigits(codeOf(platform.vault, id), language)
}

/**
 * Whether the answer is right. Whatever it is, the code is gone with this try. With a solved puzzle
 * 600 tries in 10 minutes are allowed to one address (operators put thousands of phones behind one),
 * without it, that is without scripts, 60.
 */
export async function checkVisualCode(
  { db, clock, vault }: Pick<Platform, 'db' | 'clock' | 'vault'>,
  answer: VisualAnswer,
): Promise<Result<void, Problem>> {
  const at = clock.now()
  const proof = answer.proof === undefined || answer.proof === '' ? undefined : answer.proof
  const who = vault.index(answer.ip)
  const allowed = await takeAll(
    db,
    [
      { key: `visual:${who}`, limit: 600, per: 10 * MINUTES },
      ...(proof === undefined ? [{ key: `visual-unproved:${who}`, limit: 60, per: 10 * MINUTES }] : []),
    ],
    at,
  )
  if (!allowed.ok) return allowed
  const gone = await db
    .deleteFrom('visual_code')
    .where('id', '=', answer.id)
    .returning('expires_at')
    .executeTakeFirst()
  if (gone === undefined || gone.expires_at <= at) return err(stale)
  if (proof !== undefined && !(await proves(vault, proof, answer.id))) return err(wrong)
  const given = Buffer.from(toAsciiDigits(answer.code).replaceAll(/\s/g, ''))
  const right = Buffer.from(codeOf(vault, answer.id))
  return given.length === right.length && timingSafeEqual(given, right) ? ok(undefined) : err(wrong)
}

const payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.literal(1000),
      keyLength: z.literal(32),
      keyPrefix: z.literal('00'),
      data: z.object({ id: z.string() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int().min(0).max(0xffffffff), derivedKey: z.string().max(64) }),
})

async function proves(vault: Platform['vault'], proof: string, id: string): Promise<boolean> {
  if (proof.length > 4096) return false
  let given: z.infer<typeof payload>
  try {
    given = payload.parse(JSON.parse(Buffer.from(proof, 'base64').toString('utf8')))
  } catch {
    return false
  }
  if (given.challenge.parameters.data.id !== id) return false
  const { verified } = await verifySolution({
    challenge: given.challenge,
    solution: given.solution,
    deriveKey,
    hmacSignatureSecret: vault.derive('visual-code-challenge').toString('base64url'),
  })
  return verified
}

/** The digits of a code follow from its id and a key that is not in the database. */
export function codeOf(vault: Pick<Platform['vault'], 'derive'>, id: string): string {
  const number = createHmac('sha256', vault.derive('visual-code')).update(id).digest().readUIntBE(0, 6)
  return String(number % 10 ** VISUAL_CODE_LENGTH).padStart(VISUAL_CODE_LENGTH, '0')
}

async function isOpen({ db, clock }: Pick<Platform, 'db' | 'clock'>, id: string): Promise<boolean> {
  const row = await db.selectFrom('visual_code').select('expires_at').where('id', '=', id).executeTakeFirst()
  return row !== undefined && row.expires_at > clock.now()
}

const stale: Problem = {
  status: 422,
  code: 'visual-code-stale',
  title: { ar: 'انتهت صلاحية الرمز المرئي', en: 'The visual code is no longer good' },
  detail: { ar: 'اكتب الأرقام التي في الصورة الجديدة.', en: 'Type the digits of the new picture.' },
  fields: {
    visualCode: {
      ar: 'انتهت صلاحية هذا الرمز. اكتب الرمز الجديد.',
      en: 'This code has expired. Type the new one.',
    },
  },
}

const wrong: Problem = {
  status: 422,
  code: 'visual-code-wrong',
  title: { ar: 'الرمز المرئي غير صحيح', en: 'The visual code is not right' },
  detail: {
    ar: 'اكتب الأرقام التي في الصورة الجديدة، أو استمع إليها.',
    en: 'Type the digits of the new picture, or listen to them.',
  },
  fields: {
    visualCode: {
      ar: 'الأرقام لا تطابق الصورة. هذه صورة جديدة.',
      en: 'The digits do not match the picture. Here is a new one.',
    },
  },
}
