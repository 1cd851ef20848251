import type { Tag } from './operation.ts'

/** The groups of the documentation, in its order. */
export const tags = {
  catalogue: {
    name: 'catalogue',
    description: {
      ar: 'ما الخدمات المتاحة ولمن وبكم',
      en: 'Which services there are, for whom, at what cost',
    },
  },
  accounts: {
    name: 'accounts',
    description: { ar: 'التسجيل والدخول والخروج', en: 'Registering, signing in and out' },
  },
  workspaces: {
    name: 'workspaces',
    description: { ar: 'باسم من تعمل', en: 'In whose name you work' },
  },
  inquiries: { name: 'inquiries', description: { ar: 'الاستعلامات', en: 'Inquiries' } },
  services: { name: 'services', description: { ar: 'الخدمات', en: 'Services' } },
  requests: { name: 'requests', description: { ar: 'طلباتك', en: 'Your requests' } },
  approvals: {
    name: 'approvals',
    description: { ar: 'ما ينتظر موافقتك', en: 'What waits for your approval' },
  },
  bills: { name: 'bills', description: { ar: 'الفواتير والسداد', en: 'Bills and payment' } },
  appointments: { name: 'appointments', description: { ar: 'المواعيد', en: 'Appointments' } },
  documents: { name: 'documents', description: { ar: 'الوثائق والمرفقات', en: 'Documents and files' } },
  family: {
    name: 'family',
    description: { ar: 'أسرتك، ومن يرى وثائق من', en: 'Your family, and who sees whose documents' },
  },
  inbox: { name: 'inbox', description: { ar: 'الرسائل وسجل الاطلاع', en: 'Messages and the access log' } },
} as const satisfies Record<string, Tag>
