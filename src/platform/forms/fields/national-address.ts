import {
  addressParts,
  formatAddress,
  type NationalAddress,
  parseNationalAddress,
  parseShortAddress,
  type ShortAddress,
} from '#kernel/address.ts'
import { err, ok } from '#kernel/result.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, makeField, partOf } from './common.ts'

export interface AddressOptions extends FieldOptions {
  /** The short address is asked for too; left to the reader when absent. */
  readonly short?: 'required'
}

/** An address that is known by its short one as well. */
export type WholeAddress = NationalAddress & { readonly short: ShortAddress }

type Read<O extends AddressOptions> = O extends { readonly short: 'required' }
  ? WholeAddress
  : NationalAddress

/** A national address, in its parts. */
export function nationalAddress<const O extends AddressOptions>(options: O): Field<Answer<Read<O>, O>> {
  const whole = options.short === 'required'
  return makeField<Read<O>, O>(options, {
    kind: 'nationalAddress',
    missing: { ar: 'أدخل العنوان الوطني', en: 'Enter the national address' },
    parts: addressParts,
    ...(whole && { control: { shortRequired: true } }),
    schema: {
      type: 'object',
      required: addressParts.filter((part) => whole || part !== 'short'),
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
    read: (raw) => {
      const parts = Object.fromEntries(addressParts.map((part) => [part, partOf(raw, part)]))
      const read = parseNationalAddress(parts)
      if (!read.ok) return read
      const short = whole && !read.value.short ? parseShortAddress('') : undefined
      // Without the short address only where `short` does not ask for it, which is what `Read` says.
      return short && !short.ok ? err(short.error) : ok(read.value as Read<O>)
    },
    show: (value) => {
      const line = formatAddress(value)
      // The mark keeps the short address behind the postcode.
      return v.text(
        value.short ? { ar: `${line.ar}\u200f، ${value.short}`, en: `${line.en}, ${value.short}` } : line,
      )
    },
  })
}
