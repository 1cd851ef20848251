import { establishmentNumber } from '#kernel/establishment-number.ts'
import { iban } from '#kernel/iban.ts'

/** The operators of a made-up country: names, numbers and accounts that are nobody's (register section 0). */
export const operators = [
  {
    code: 'nasma',
    name: { ar: 'نسمة للاتصالات', en: 'Nasma Telecom' },
    company: establishmentNumber('7999910008'),
    iban: iban('SA4399000000000000000101'),
  },
  {
    code: 'sada',
    name: { ar: 'صدى للاتصالات', en: 'Sada Telecom' },
    company: establishmentNumber('7999910016'),
    iban: iban('SA3299000000000000000202'),
  },
] as const
