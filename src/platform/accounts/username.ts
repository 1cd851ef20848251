import type { Brand } from '#kernel/brand.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'

/** A name to sign in with; capitals matter when it is typed, but no two differ in capitals only. */
export type Username = Brand<string, 'Username'>

/** 4 to 32 Latin letters, digits, dots, hyphens and underscores, a letter first, so that none looks like an ID. */
export function parseUsername(input: string): Result<Username, Text> {
  const name = input.normalize('NFKC').trim()
  if (name === '') return err({ ar: 'اختر اسم مستخدم', en: 'Choose a username' })
  if (name.length < 4 || name.length > 32)
    return err({ ar: 'اسم المستخدم من 4 إلى 32 حرفًا', en: 'A username has 4 to 32 characters' })
  if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(name))
    return err({
      ar: 'ابدأ بحرف لاتيني، ثم أحرف لاتينية أو أرقام أو نقطة أو شرطة',
      en: 'Begin with a Latin letter; then letters, digits, dots, hyphens or underscores',
    })
  return ok(name as Username)
}

/** The form in which usernames are unique. */
export const usernameKey = (name: string): string => name.normalize('NFKC').trim().toLowerCase()
