import { createHash } from 'node:crypto'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'
import './account-tables.ts'

/** The terms as they are now; a new text is a new version, and everybody is asked again. */
export const terms: { readonly version: string; readonly clauses: readonly Text[] } = {
  version: '2026-11',
  clauses: [
    {
      ar: 'حسابك لك وحدك. لا تُعطِ كلمة المرور أو رموز التحقق لأحد، ولن يطلبها منك أي موظف.',
      en: 'Your account is yours alone. Give nobody your password or a code; no officer will ever ask for them.',
    },
    {
      ar: 'سجّل ببياناتك أنت. التسجيل بهوية شخص آخر غير نظامي، ويوقف الحساب ويُبلَّغ صاحب الهوية.',
      en: 'Register with your own details. Using another person’s identity is unlawful; the account is stopped and that person is told.',
    },
    {
      ar: 'ما تقدّمه من معلومات صحيح على حد علمك، وتُبلّغ عن أي تغيّر في رقم جوالك.',
      en: 'What you tell us is true as far as you know, and you tell us when your mobile number changes.',
    },
    {
      ar: 'نستعمل بياناتك لتنفيذ ما تطلبه فقط، وترى في سجلك من اطّلع عليها ولماذا.',
      en: 'We use your data only to do what you ask for, and your log shows you who looked at it and why.',
    },
    {
      ar: 'استخدام المنصة بلا مقابل. قد تكون للخدمة رسوم حكومية تظهر لك قبل أن تبدأ.',
      en: 'Using the platform is free. A service may have a government fee, which you see before you start.',
    },
    {
      ar: 'تصلك رسائل عن حسابك وطلباتك على جوالك وبريدك.',
      en: 'Messages about your account and your requests come to your mobile and your e-mail.',
    },
  ],
}

/** SHA-256 of the text that a person is shown. */
export const termsHash = createHash('sha256').update(JSON.stringify(terms)).digest('hex')

/** Notes that a person accepted the current terms for an operation; saying it twice changes nothing. */
export async function acceptTerms(tx: Db, person: PersonNumber, operation: string, at: Date): Promise<void> {
  await tx
    .insertInto('terms_acceptance')
    .values({ person_id: person, version: terms.version, operation, hash: termsHash, accepted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether a person has accepted the current terms, for whatever operation. */
export async function hasAcceptedTerms(db: Db, person: PersonNumber): Promise<boolean> {
  const row = await db
    .selectFrom('terms_acceptance')
    .select('version')
    .where('person_id', '=', person)
    .where('version', '=', terms.version)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
