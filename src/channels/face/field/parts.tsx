import { messagesFor } from '../messages.ts'
import { GroupFrame } from './frame.tsx'
import { type FieldControlProps, inputId, partName, partOf } from './props.ts'

/** A vehicle's plate: the letters, then the digits. */
export function PlateControl(props: FieldControlProps) {
  const { name, field, value, error, locale } = props
  const m = messagesFor(locale).form
  const listed = typeof value === 'object' && value !== null && 'letters' in value ? value.letters : undefined
  const letters = Array.isArray(listed) ? listed.join(' ') : partOf(value, 'letters')
  return (
    <GroupFrame {...props} hint={m.plateHint}>
      <div class="plate-input">
        <label>
          <span class="part-label">{m.letters}</span>
          <input
            class="input w-full text-center text-lg"
            id={inputId(name)}
            name={partName(name, 'letters')}
            value={letters}
            maxLength={8}
            autocapitalize="characters"
            autocomplete="off"
            spellcheck={false}
            required={!field.optional}
            aria-invalid={error ? 'true' : undefined}
          />
        </label>
        <label>
          <span class="part-label">{m.digits}</span>
          <input
            class="input w-full text-center text-lg"
            name={partName(name, 'digits')}
            value={partOf(value, 'digits')}
            inputmode="numeric"
            dir="ltr"
            maxLength={4}
            autocomplete="off"
            required={!field.optional}
            aria-invalid={error ? 'true' : undefined}
          />
        </label>
      </div>
    </GroupFrame>
  )
}

const addressParts = [
  ['building', 'numeric', 4, 'address-line1'],
  ['street', 'text', 80, 'off'],
  ['district', 'text', 80, 'address-level3'],
  ['city', 'text', 80, 'address-level2'],
  ['postcode', 'numeric', 5, 'postal-code'],
  ['additional', 'numeric', 4, 'off'],
  ['short', 'text', 8, 'off'],
] as const

/** A national address, part by part. */
export function AddressControl(props: FieldControlProps) {
  const { name, field, value, error, locale } = props
  const m = messagesFor(locale).form
  const maybe = (part: string) => part === 'short' && field.control?.shortRequired !== true
  return (
    <GroupFrame {...props}>
      <div class="grid gap-4 sm:grid-cols-2">
        {addressParts.map(([part, inputmode, maxLength, autocomplete], at) => (
          <label key={part}>
            <span class="part-label">
              {m.address[part]}
              {maybe(part) && <span class="field-optional"> ({m.optional})</span>}
            </span>
            <input
              class="input w-full"
              id={at === 0 ? inputId(name) : undefined}
              name={partName(name, part)}
              value={partOf(value, part)}
              inputmode={inputmode}
              maxLength={maxLength}
              autocomplete={autocomplete}
              dir={inputmode === 'numeric' || part === 'short' ? 'ltr' : undefined}
              required={!field.optional && !maybe(part)}
              aria-invalid={error ? 'true' : undefined}
            />
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}
