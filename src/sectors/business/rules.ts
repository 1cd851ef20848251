import { daysBetween } from '#kernel/day.ts'
import { hasWorkspace } from '#platform/authority/workspace.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Establishment } from '#platform/people/establishment.ts'
import { fact, not } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { renewableDays } from './packages.ts'
import { packageOf } from './registry/packages.ts'

export const notRegisteredYet = rule<Establishment>({
  name: 'establishment-not-registered',
  title: { ar: 'المنشأة غير مسجلة من قبل', en: 'The establishment is not registered yet' },
  when: 'opening',
  facts: async ({ db, applicant, subject }) => ({
    registered: {
      label: { ar: 'مسجلة في ديوان', en: 'Registered here' },
      value: v.yesNo(await hasWorkspace(db, applicant, subject.id)),
    },
  }),
  condition: not(fact('registered').equals(true)),
  reason: {
    ar: 'هذه المنشأة مسجلة من قبل، ومساحة عملها مفتوحة لك.',
    en: 'This establishment is registered already, and its workspace is open to you.',
  },
  remedy: { label: { ar: 'مساحات العمل', en: 'Workspaces' }, page: '/business' },
})

export const noPackageYet = rule<Establishment>({
  name: 'business-package-due',
  title: { ar: 'لا باقة سارية، أو قارب أجلها', en: 'No package holds, or the present one ends soon' },
  when: 'opening',
  // What this very request has bought holds at its end.
  lasts: 'submission',
  facts: async ({ db, subject, today }) => {
    const present = await packageOf(db, subject.id, today)
    return {
      until: {
        label: { ar: 'الباقة الحالية حتى', en: 'The present package holds until' },
        value: present ? v.day(present.until) : v.none,
      },
      days: {
        label: { ar: 'أيام بقيت فيها', en: 'Days left of it' },
        value: v.number(present ? daysBetween(today, present.until) : 0),
      },
    }
  },
  condition: fact('days').atMost(renewableDays),
  reason: {
    ar: 'باقة المنشأة سارية حتى {until}، وتُجدَّد في آخر 60 يومًا منها.',
    en: 'The package of the establishment holds until {until}; it is renewed in its last 60 days.',
  },
})
