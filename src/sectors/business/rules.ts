import { hasWorkspace } from '#platform/authority/workspace.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Establishment } from '#platform/people/establishment.ts'
import { fact, not } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'

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
