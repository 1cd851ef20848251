import { v } from '#platform/catalogue/value.ts'
import { fact, not } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { heldUntil } from './hold.ts'

/**
 * For high-risk services: 24 hours have passed since the applicant's mobile was changed or the password
 * reset (register update-mobile-number). What was sent before goes on.
 */
export const notHeldBack = rule({
  name: 'account-not-held-back',
  code: 'ACCOUNT_HELD_BACK',
  title: {
    ar: 'مضت 24 ساعة على تغيير جوالك أو إعادة ضبط كلمة مرورك',
    en: '24 hours since your mobile was changed or your password reset',
  },
  when: 'opening',
  lasts: 'submission',
  facts: async ({ db, clock, person }) => {
    const until = await heldUntil(db, person, clock.now())
    return {
      heldUntil: {
        label: { ar: 'تتاح العمليات الحساسة في', en: 'Sensitive acts open on' },
        value: until ? v.instant(until) : v.none,
      },
    }
  },
  condition: not(fact('heldUntil').isKnown()),
  reason: {
    ar: 'تغيّرت طريقة الدخول إلى حسابك أو الوصول إليك قبل قليل. حمايةً لك يتاح هذا في {heldUntil}.',
    en: 'How your account is entered or you are reached has changed. To protect you, this opens on {heldUntil}.',
  },
  remedy: { label: { ar: 'حسابك وأمانه', en: 'Your account and its safety' }, page: '/account' },
})
