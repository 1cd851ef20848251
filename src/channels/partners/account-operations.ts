import { z } from 'zod'
import { input } from '#channels/api/input.ts'
import { type Operation, operation } from '#channels/api/operation.ts'
import { instant } from '#channels/api/value.ts'
import { err, ok } from '#kernel/result.ts'
import { activateByBank } from '#platform/accounts/activate-by-bank.ts'
import { mobileByBank } from '#platform/accounts/mobile-by-bank.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { receipt } from './receipt.ts'
import { tags } from './tags.ts'

/** What the bank prints for its customer. */
const slip = {
  receipt: z.string(),
  at: instant,
  person: z.string().meta({ description: 'Masked.' }),
  mobile: z.string().meta({ description: 'Masked.' }),
}

export const activation = (platform: Platform): Operation =>
  operation({
    id: 'activate-account-bank',
    method: 'POST',
    path: '/activations',
    tag: tags.accounts,
    title: { ar: 'تفعيل حساب عميل', en: 'Activate a customer’s account' },
    summary: {
      ar: 'بعد أن دخل العميل لدى المصرف وقرأ الشروط وأكّد. الإيصال نفسه مرة أخرى هو الطلب نفسه.',
      en: 'After the customer signed in at the bank, read the terms and confirmed. The same receipt again is the same ask.',
    },
    access: { scope: 'activations:write' },
    body: z.strictObject({
      person: input.personNumber,
      mobile: input.mobile.meta({ description: 'The mobile that the bank holds.' }),
      channel: z.enum(['bank-app', 'bank-web', 'atm']),
      receipt,
    }),
    answer: {
      status: 200,
      description: { ar: 'مفعّل', en: 'Activated' },
      schema: z.object({
        outcome: z.enum(['activated', 'already-activated']),
        ...slip,
      }),
    },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const done = await activateByBank(platform, body, principal)
      if (done.outcome === 'mobile-mismatch') return err(mobileMismatch)
      if (done.outcome === 'not-registered') return err(notRegistered)
      return ok({ body: { ...done, at: done.at.toISOString() } })
    },
  })

export const bankMobile = (platform: Platform): Operation =>
  operation({
    id: 'bank-update-mobile',
    method: 'POST',
    path: '/mobiles',
    tag: tags.accounts,
    title: { ar: 'تحديث جوال عميل', en: 'Update a customer’s mobile' },
    summary: {
      ar: 'لمن فقد رقمه القديم: بعد أن تحققت من هوية عميلك ووصلت إليه على هذا الرقم. يُخبر الرقمان، وتنتظر العمليات الحساسة 24 ساعة.',
      en: 'For who lost the old line: after you have proven who your customer is and reached them on this one. Both lines are told, and sensitive acts wait 24 hours.',
    },
    access: { scope: 'mobiles:write' },
    body: z.strictObject({
      person: input.personNumber,
      born: input.day.meta({ description: 'From your own identification of the customer.' }),
      mobile: input.mobile.meta({ description: 'The mobile on which you reach them.' }),
      receipt,
    }),
    answer: {
      status: 200,
      description: { ar: 'تغيّر', en: 'Changed' },
      schema: z.object({
        outcome: z.enum(['changed', 'same-already']),
        ...slip,
      }),
    },
    run: async ({ principal, body }) => {
      if (principal.kind !== 'partner') return err(problems.notYours)
      const done = await mobileByBank(platform, body, principal)
      return done.outcome === 'not-matched'
        ? err(notMatched)
        : ok({ body: { ...done, at: done.at.toISOString() } })
    },
  })

const mobileMismatch: Problem = {
  status: 409,
  code: 'mobile-mismatch',
  title: {
    ar: 'الجوال لدى المصرف ليس جوال الحساب',
    en: 'The mobile at the bank is not the one of the account',
  },
  detail: {
    ar: 'يصحّح العميل أحدهما ثم يعيد المحاولة. أخبرناه برسالة.',
    en: 'The customer corrects one of them and tries again. We have sent them a message.',
  },
}

const notMatched: Problem = {
  status: 409,
  code: 'not-matched',
  title: {
    ar: 'ما لدى المصرف لا يطابق السجل',
    en: 'What the bank holds does not match the register',
  },
  detail: {
    ar: 'لم يتغير شيء. يذهب العميل بهويته إلى موظف التفعيل أو جهاز الخدمة الذاتية.',
    en: 'Nothing was changed. The customer goes with their ID to an activation officer or a self-service device.',
  },
}

const notRegistered: Problem = {
  status: 404,
  code: 'not-registered',
  title: { ar: 'لا حساب يمكن تفعيله', en: 'There is no account that could be activated' },
  detail: { ar: 'يسجّل العميل أولًا في البوابة.', en: 'The customer first registers on the portal.' },
}
