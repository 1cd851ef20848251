import type { JsonWebKey } from 'node:crypto'
import { signedText } from '#platform/guard/device-key.ts'
import { type Purpose, proofText } from './proof-text.ts'

/** Whether this key signed that; a key that lies on no curve signed nothing. */
export const signedBy = (
  key: JsonWebKey,
  about: { readonly purpose: Purpose; readonly kiosk: string; readonly challenge: string },
  signature: string,
): boolean => signedText(key, proofText(about.purpose, about.kiosk, about.challenge), signature)
