import type { Brand } from './brand.ts'
import { compact } from './digits.ts'
import { err, ok, type Result } from './result.ts'
import type { Text } from './text.ts'

/** A Saudi mobile number in E.164: '+9665' and eight digits (register F-06). */
export type Mobile = Brand<string, 'Mobile'>

/** Reads 05…, 5…, 9665…, +9665… and 009665…, in any digits. */
export function parseMobile(input: string): Result<Mobile, Text> {
  const written = compact(input).replace(/[().]/g, '')
  if (written === '') return err({ ar: 'أدخل رقم الجوال', en: 'Enter the mobile number' })
  if (!/^\+?\d+$/.test(written)) {
    return err({ ar: 'اكتب رقم الجوال بالأرقام فقط', en: 'Write the mobile number in digits only' })
  }
  const national = written.replace(/^(?:\+|00)?966/, '').replace(/^0/, '')
  if (!national.startsWith('5')) {
    return err({
      ar: 'أدخل رقم جوال سعودي يبدأ بـ 05',
      en: 'Enter a Saudi mobile number: it begins with 05',
    })
  }
  if (national.length !== 9) {
    return err({
      ar: `رقم الجوال 10 أرقام مع الصفر، وأنت أدخلت ${national.length + 1}. راجعه`,
      en: `A mobile number has 10 digits with its zero, and you entered ${national.length + 1}. Check it`,
    })
  }
  return ok(`+966${national}` as Mobile)
}

/** For constants and tests. @throws when it is not a Saudi mobile number */
export function mobile(input: string): Mobile {
  const parsed = parseMobile(input)
  if (!parsed.ok) throw new Error(`not a mobile number: ${parsed.error.en}`)
  return parsed.value
}

/** '05*****678'. */
export const maskMobile = (number: Mobile): string => `05*****${number.slice(-3)}`

/** As people write it at home: '0521234567'. */
export const formatMobile = (number: Mobile): string => `0${number.slice(4)}`
