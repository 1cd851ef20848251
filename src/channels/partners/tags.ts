import type { Tag } from '#channels/api/operation.ts'

export const tags = {
  accounts: { name: 'accounts', description: { ar: 'تفعيل الحسابات', en: 'Activating accounts' } },
  sectors: { name: 'sectors', description: { ar: 'عمليات القطاعات', en: 'Operations of the sectors' } },
  deliveries: { name: 'deliveries', description: { ar: 'التوصيل', en: 'Deliveries' } },
  callbacks: { name: 'callbacks', description: { ar: 'إشعارات من الأنظمة', en: 'What systems report back' } },
} as const satisfies Record<string, Tag>
