import { type Plate, parsePlate } from '#kernel/plate.ts'
import { err } from '#kernel/result.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Field } from '../field.ts'
import { type Answer, type FieldOptions, lineOf, makeField, oneLine, partOf } from './common.ts'

/** A vehicle's plate: on one line, or as `letters` and `digits`. */
export function plate<const O extends FieldOptions>(options: O): Field<Answer<Plate, O>> {
  return makeField<Plate, O>(options, {
    kind: 'plate',
    missing: { ar: 'أدخل حروف اللوحة وأرقامها', en: 'Enter the letters and digits of the plate' },
    schema: { type: 'string', examples: ['أ ب ح 1234'] },
    control: { maxLength: 16 },
    read: (raw) => {
      const line = lineOf(raw) ?? `${lettersOf(raw)} ${partOf(raw, 'digits')}`
      return line.trim() === '' ? err(oneLine) : parsePlate(line)
    },
    show: v.plate,
  })
}

function lettersOf(raw: unknown): string {
  const letters = typeof raw === 'object' && raw !== null && 'letters' in raw ? raw.letters : undefined
  return Array.isArray(letters)
    ? letters.map((letter) => lineOf(letter) ?? '').join('')
    : partOf(raw, 'letters')
}
