import { v } from '#platform/catalogue/value.ts'
import type { Establishment } from '#platform/people/establishment.ts'
import { fact, not } from '#platform/rules/condition.ts'
import { type RuleContext, rule } from '#platform/rules/rule.ts'
import { isRegistered } from './registry.ts'

const registeredFact = async ({ db, applicant, subject }: RuleContext<Establishment>) => ({
  registered: {
    label: { ar: 'مسجلة في ديوان', en: 'Registered here' },
    value: v.yesNo(await isRegistered(db, applicant, subject.id)),
  },
})

/** Register 195: the establishment is managed here before anybody acts for it. */
export const registered = rule<Establishment>({
  name: 'establishment-registered',
  title: { ar: 'المنشأة مسجلة', en: 'The establishment is registered' },
  when: 'opening',
  facts: registeredFact,
  condition: fact('registered').equals(true),
  reason: {
    ar: 'سجّل المنشأة أولًا، ثم عيّن من يتصرف باسمها.',
    en: 'Register the establishment first, then appoint who acts for it.',
  },
  remedy: { label: { ar: 'سجّل المنشأة', en: 'Register it' }, service: 'register-establishment' },
})

export const notRegisteredYet = rule<Establishment>({
  name: 'establishment-not-registered',
  title: { ar: 'المنشأة غير مسجلة من قبل', en: 'The establishment is not registered yet' },
  when: 'opening',
  facts: registeredFact,
  condition: not(fact('registered').equals(true)),
  reason: { ar: 'هذه المنشأة مسجلة من قبل.', en: 'This establishment is registered already.' },
  remedy: {
    label: { ar: 'عيّن مفوَّضًا', en: 'Appoint a delegate' },
    service: 'appoint-my-business-delegate',
  },
})
