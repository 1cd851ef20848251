import type { Text } from '#kernel/text.ts'
import { type BreachedPasswords, isOften } from './guessed/breached.ts'
import { guesses, longest } from './guessed/meter.ts'

/** What a guesser must be made to try (OWASP, zxcvbn's third mark). */
const FEWEST_GUESSES = 1e8
/** From this length on a phrase needs no mixture of characters (NIST SP 800-63B-4). */
const PHRASE = 15

/**
 * Why a password will not do, or nothing. At least 8 characters with a small letter, a capital and a
 * digit, or a phrase of 15 (register choose-credentials); no five characters in a row of the username;
 * none of the passwords that leaked most, and nothing built from common words in Latin or Arabic, from walks over
 * either keyboard or from what is known of its owner.
 */
export function passwordTrouble(
  password: string,
  { username, known }: { readonly username: string; readonly known: readonly string[] },
): Text | undefined {
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length < 8) return { ar: 'اختر كلمة مرور من 8 أحرف على الأقل', en: 'Choose at least 8 characters' }
  if (length > longest) return { ar: 'كلمة المرور أطول من 256 حرفًا', en: 'That is more than 256 characters' }
  if (length < PHRASE && !(/\p{Lu}/u.test(text) && /\p{Ll}/u.test(text) && /\p{Nd}/u.test(text)))
    return {
      ar: 'أضف حرفًا لاتينيًا كبيرًا وحرفًا صغيرًا ورقمًا، أو اكتب عبارة من 15 حرفًا فأكثر',
      en: 'Add a capital letter, a small letter and a digit, or use a phrase of 15 characters or more',
    }
  if (sharesRun(text.toLowerCase(), username.toLowerCase(), 5))
    return {
      ar: 'لا تُدخل في كلمة المرور أكثر من 4 أحرف متتالية من اسم المستخدم',
      en: 'Leave out your username: no more than 4 of its characters in a row',
    }
  if (guesses(text, ['diwan', 'ديوان', username, ...known]) < FEWEST_GUESSES)
    return {
      ar: 'كلمة المرور سهلة التخمين. جرّب عبارة من ثلاث كلمات لا رابط بينها',
      en: 'This one is easy to guess. Try three or four words that have nothing to do with each other',
    }
  return isOften(text) ? leaked : undefined
}

/** The same, and whether the operator’s own list of leaked passwords has it. */
export async function newPasswordTrouble(
  breached: BreachedPasswords | undefined,
  password: string,
  owner: { readonly username: string; readonly known: readonly string[] },
): Promise<Text | undefined> {
  const trouble = passwordTrouble(password, owner)
  return trouble ?? ((await breached?.has(password)) ? leaked : undefined)
}

const leaked: Text = {
  ar: 'هذه الكلمة في قوائم كلمات المرور المسرّبة. اختر غيرها',
  en: 'This password is on lists of leaked ones. Choose another',
}

const sharesRun = (text: string, name: string, run: number): boolean =>
  Array.from({ length: Math.max(0, name.length - run + 1) }, (_, from) => name.slice(from, from + run)).some(
    (part) => text.includes(part),
  )
