import { dayOf } from '#kernel/day.ts'
import { parsePassportNumber } from '#kernel/passport-number.ts'
import { maskPersonNumber, type PersonNumber, parsePersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Principal } from '#platform/authority/principal.ts'
import type { Db } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import { areFamily } from '#platform/people/family.ts'
import { findPerson, type Person, passportsOf } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { activate, lockAccount, mayActivate } from './activation.ts'
import { personOfForm, useForm } from './activation-form.ts'
import { officerOf } from './officer.ts'
import { askSecondLook } from './second-look.ts'

/** The document that lies on the desk, with the number that the officer reads from it. */
export interface DocumentShown {
  readonly kind: 'identity-card' | 'passport'
  readonly number: string
}

export interface OfficerActivation {
  /** By the printed form, or by the number of somebody who came without it. */
  readonly of: { readonly form: string } | { readonly person: PersonNumber }
  readonly document: DocumentShown
  /** What was matched live against the enrolled template. */
  readonly biometric: 'fingerprint' | 'face'
  /** One of the officer's units. */
  readonly unit: string
}

export interface OfficerReceipt {
  readonly receipt: string
  readonly name: Text
  /** Masked. */
  readonly person: string
  readonly at: Date
}

/**
 * Activates an account at the desk (register activate-account-officer): the officer is on the roster and
 * of the unit, is neither the person nor family, and the document shown is the register's. What was done
 * waits in the unit's log for a second officer (`second-look.ts`).
 */
export async function activateByOfficer(
  { db, clock, config }: Pick<Platform, 'db' | 'clock' | 'config'>,
  { of, document, biometric, unit }: OfficerActivation,
  by: Extract<Principal, { kind: 'officer' }>,
): Promise<Result<OfficerReceipt, Problem>> {
  const at = clock.now()
  const onDuty = await officerOf(db, by.person)
  if (onDuty?.officer !== by.officer || !onDuty.units.includes(unit)) return err(problems.notYours)
  const person = 'form' in of ? await personOfForm(db, of.form, at) : of.person
  if (person === undefined) return err(deskTexts.formGone)
  if (person === by.person || (await areFamily(db, person, by.person))) return err(deskTexts.ownCase)
  const holder = await findPerson(db, person)
  if (!holder?.alive) return err(deskTexts.notRegistered)
  const shown = await checkDocument(db, holder, document, at)
  if (shown) return err(problems.answersWrong({ document: shown }))

  return transact(db, async (tx) => {
    const account = await lockAccount(tx, person)
    if (account?.state === 'activated') return err(deskTexts.alreadyActive)
    if (!mayActivate(account)) return err(deskTexts.notRegistered)
    if ('form' in of && !(await useForm(tx, of.form, at))) return err(deskTexts.formGone)
    const { id, receipt } = await activate(
      tx,
      config,
      {
        person_id: person,
        channel: 'officer',
        officer: by.officer,
        unit,
        document: document.kind,
        biometric,
        at,
      },
      by,
    )
    await askSecondLook(tx, { unit, about: 'activation', id, person_id: person, officer: by.officer, at })
    return ok({ receipt, name: holder.name, person: maskPersonNumber(person), at })
  })
}

/** Why the document on the desk does not show this person, or nothing. */
export async function checkDocument(
  db: Db,
  holder: Person,
  shown: DocumentShown,
  at: Date,
): Promise<Text | undefined> {
  const today = dayOf(at)
  if (shown.kind === 'identity-card') {
    const number = parsePersonNumber(shown.number)
    if (!number.ok) return number.error
    if (number.value !== holder.id) return deskTexts.otherDocument
    return holder.idExpiry !== undefined && holder.idExpiry < today ? deskTexts.documentExpired : undefined
  }
  const number = parsePassportNumber(shown.number)
  if (!number.ok) return number.error
  const passport = (await passportsOf(db, holder.id)).find((each) => each.number === number.value)
  if (!passport) return deskTexts.otherDocument
  return passport.expiresOn < today ? deskTexts.documentExpired : undefined
}

/** What the activation desk is told when it cannot go on. */
export const deskTexts = {
  formGone: {
    status: 409,
    code: 'form-not-good',
    title: { ar: 'النموذج غير صالح', en: 'This form is not good' },
    detail: {
      ar: 'استُعمل النموذج أو انتهت مدته أو طُبع غيره. تحقق من الهوية وفعّل برقمها، أو اطلب طباعة نموذج جديد.',
      en: 'It was used, has run out, or another one was printed. Activate by the ID number, or ask for a new form.',
    },
  },
  ownCase: {
    status: 403,
    code: 'own-or-family',
    title: { ar: 'لا تفعّل حسابك ولا حساب قريبك', en: 'Not your own account, nor your family’s' },
    detail: { ar: 'اطلب من زميل أن يتولى التفعيل.', en: 'Ask a colleague to do this activation.' },
  },
  notRegistered: {
    status: 409,
    code: 'not-registered',
    title: { ar: 'لا يوجد حساب ينتظر التفعيل', en: 'No account waits for activation' },
    detail: {
      ar: 'على صاحب الهوية أن يسجّل في البوابة أولًا.',
      en: 'The person registers in the portal first.',
    },
  },
  alreadyActive: {
    status: 409,
    code: 'already-activated',
    title: { ar: 'الحساب مُفعّل من قبل', en: 'This account is already active' },
  },
  otherDocument: {
    ar: 'رقم الوثيقة لا يطابق السجل. راجع الرقم والوثيقة',
    en: 'The number is not the one in the register. Check the number and the document',
  },
  documentExpired: {
    ar: 'انتهت صلاحية هذه الوثيقة. اطلب وثيقة سارية',
    en: 'This document has expired. Ask for one that is valid',
  },
} as const satisfies Record<string, Text | Problem>
