import type { Text } from '#kernel/text.ts'

/** Where one enters and leaves the Kingdom, by air, land and sea. */
export const ports = {
  RUH: { ar: 'مطار الرياض', en: 'Riyadh airport' },
  JED: { ar: 'مطار جدة', en: 'Jeddah airport' },
  DMM: { ar: 'مطار الدمام', en: 'Dammam airport' },
  MED: { ar: 'مطار المدينة المنورة', en: 'Madinah airport' },
  ABH: { ar: 'مطار أبها', en: 'Abha airport' },
  BATHA: { ar: 'منفذ البطحاء', en: 'Batha border post' },
  CAUSEWAY: { ar: 'منفذ جسر الملك فهد', en: 'King Fahd Causeway' },
  KHAFJI: { ar: 'منفذ الخفجي', en: 'Khafji border post' },
  SALWA: { ar: 'منفذ سلوى', en: 'Salwa border post' },
  HADITHA: { ar: 'منفذ الحديثة', en: 'Haditha border post' },
  'JED-SEA': { ar: 'ميناء جدة الإسلامي', en: 'Jeddah Islamic Port' },
} as const satisfies Readonly<Record<string, Text>>

export type PortCode = keyof typeof ports
// The keys of a constant record are its key type.
export const portCodes = Object.keys(ports) as readonly PortCode[]
