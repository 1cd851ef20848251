import { toAsciiDigits } from '#kernel/digits.ts'
import { type Bytes, randomBytes, utf8 } from './bytes.ts'
import { kekOf } from './safe.ts'

/** OWASP asks for 600,000 rounds of PBKDF2 with SHA-256 at least. */
const rounds = 600_000

/**
 * What a PIN is worth without the phone: nothing is derived from it alone, but together with a key that the
 * browser does not give out.
 */
export interface PinLock {
  readonly salt: Bytes
  readonly rounds: number
  readonly guard: CryptoKey
}

export const newPinLock = async (): Promise<PinLock> => ({
  salt: randomBytes(16),
  rounds,
  guard: await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
})

/** The key that a PIN wraps with on this phone. */
export async function kekOfPin(
  pin: string,
  { salt, rounds: iterations, guard }: PinLock,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(pin), 'PBKDF2', false, ['deriveBits'])
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    typed,
    256,
  )
  return kekOf(new Uint8Array(await crypto.subtle.sign('HMAC', guard, stretched)))
}

/** A PIN as it counts: digits of any script, without what people write between them. */
export const pinTyped = (text: string): string => toAsciiDigits(text).replace(/[\s-]/g, '')

/** Why a PIN is not taken. */
export function flawOfPin(pin: string): 'pinShort' | 'pinEasy' | undefined {
  if (!/^\d{6,64}$/.test(pin)) return 'pinShort'
  const digits = [...pin].map(Number)
  const steps = new Set(digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10))
  const [step] = steps
  // All alike, up, down, or one pair or triple over and over.
  const inLine = steps.size === 1 && (step === 0 || step === 1 || step === 9)
  const repeats = [2, 3].some(
    (length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length),
  )
  return inLine || repeats ? 'pinEasy' : undefined
}
