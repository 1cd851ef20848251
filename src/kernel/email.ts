import type { Brand } from './brand.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** An e-mail address in lower case, so that the same box is the same text. */
export type Email = Brand<string, 'Email'>

const shape = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

export function parseEmail(input: string): Result<Email, Text> {
  const written = input
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/g, '')
    .trim()
    .toLowerCase()
  if (written === '') return err({ ar: 'أدخل البريد الإلكتروني', en: 'Enter the e-mail address' })
  if (written.length > 254 || !shape.test(written) || /^\.|\.\.|\.@/.test(written)) {
    return err({
      ar: 'راجع البريد الإلكتروني: يُكتب هكذا name@example.com',
      en: 'Check the e-mail address: it looks like name@example.com',
    })
  }
  return ok(written as Email)
}
