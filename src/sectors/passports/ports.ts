import type { Text } from '#kernel/text.ts'

/** Where one enters and leaves the Kingdom, by air, land and sea. */
export const ports = {
  RUH: { ar: 'مطار الملك خالد الدولي بالرياض', en: 'King Khalid International Airport, Riyadh' },
  JED: { ar: 'مطار الملك عبدالعزيز الدولي بجدة', en: 'King Abdulaziz International Airport, Jeddah' },
  DMM: { ar: 'مطار الملك فهد الدولي بالدمام', en: 'King Fahd International Airport, Dammam' },
  MED: { ar: 'مطار الأمير محمد بن عبدالعزيز بالمدينة', en: 'Prince Mohammad Airport, Madinah' },
  ABH: { ar: 'مطار أبها الدولي', en: 'Abha International Airport' },
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
