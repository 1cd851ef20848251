import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import type { Text } from '#kernel/text.ts'

const LONGEST = 256
/** From this length on a phrase needs no mixture of characters (NIST SP 800-63B-4). */
const PHRASE = 15

const meter = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LONGEST })

/**
 * Why a password will not do, or nothing. At least 8 characters with a small letter, a capital and a
 * digit, or a phrase of 15 (register choose-credentials); no five characters in a row of the username;
 * none of the common passwords, and nothing built from what is known of its owner.
 */
export function passwordTrouble(
  password: string,
  { username, known }: { readonly username: string; readonly known: readonly string[] },
): Text | undefined {
  const text = password.normalize('NFKC')
  const length = [...text].length
  if (length < 8) return { ar: 'اختر كلمة مرور من 8 أحرف على الأقل', en: 'Choose at least 8 characters' }
  if (length > LONGEST) return { ar: 'كلمة المرور أطول من 256 حرفًا', en: 'That is more than 256 characters' }
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
  if (meter.check(text, ['diwan', 'ديوان', username, ...known]).score < 3)
    return {
      ar: 'كلمة المرور سهلة التخمين. جرّب عبارة من ثلاث كلمات لا رابط بينها',
      en: 'This one is easy to guess. Try three or four words that have nothing to do with each other',
    }
  return undefined
}

const sharesRun = (text: string, name: string, run: number): boolean =>
  Array.from({ length: Math.max(0, name.length - run + 1) }, (_, from) => name.slice(from, from + run)).some(
    (part) => text.includes(part),
  )
