import { addressParts, formatAddress, type NationalAddress, parseNationalAddress } from '#kernel/address.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, makeField, partOf } from './common.ts'

/** A national address, in its parts. */
export function nationalAddress<const O extends FieldOptions>(options: O): Field<Answer<NationalAddress, O>> {
  return makeField<NationalAddress, O>(options, {
    kind: 'nationalAddress',
    missing: { ar: 'أدخل العنوان الوطني', en: 'Enter the national address' },
    parts: addressParts,
    schema: {
      type: 'object',
      required: addressParts.filter((part) => part !== 'short'),
      properties: {
        building: { type: 'string', pattern: '^\\d{4}$' },
        street: { type: 'string' },
        district: { type: 'string' },
        city: { type: 'string' },
        postcode: { type: 'string', pattern: '^\\d{5}$' },
        additional: { type: 'string', pattern: '^\\d{4}$' },
        short: { type: 'string', pattern: '^[A-Z]{4}\\d{4}$' },
      },
    },
    read: (raw) =>
      parseNationalAddress(Object.fromEntries(addressParts.map((part) => [part, partOf(raw, part)]))),
    show: (value) => v.text(formatAddress(value)),
  })
}
