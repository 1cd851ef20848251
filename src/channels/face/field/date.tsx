import { parseDay } from '#kernel/day.ts'
import { hijriOf } from '#kernel/hijri.ts'
import { messagesFor } from '../messages.ts'
import { GroupFrame } from './frame.tsx'
import { type FieldControlProps, inputId, partName, partOf } from './props.ts'

/** Day, month and year, in the calendar that the reader chooses; posted together, so it needs no JavaScript. */
export function DateControl(props: FieldControlProps) {
  const { name, field, error, locale } = props
  const m = messagesFor(locale).form
  const value = partsOfDate(props)
  const parts = [
    ['day', m.day, 2, 'w-20'],
    ['month', m.month, 2, 'w-20'],
    ['year', m.year, 4, 'w-28'],
  ] as const
  const calendars = [
    ['gregorian', m.gregorian],
    ['hijri', m.hijri],
  ] as const
  return (
    <GroupFrame {...props}>
      <fieldset class="segmented mb-3">
        <legend class="sr-only">{m.calendar}</legend>
        {calendars.map(([calendar, words]) => (
          <label key={calendar}>
            <input
              class="sr-only"
              type="radio"
              name={partName(name, 'calendar')}
              value={calendar}
              checked={calendar === value.calendar}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <p class="field-hint hint-gregorian">{m.gregorianExample}</p>
      <p class="field-hint hint-hijri">{m.hijriExample}</p>
      <div class="flex gap-3">
        {parts.map(([part, words, length, width], at) => (
          <label key={part} class={`min-w-0 ${width}`}>
            <span class="part-label">{words}</span>
            <input
              class="input w-full text-center"
              id={at === 0 ? inputId(name) : undefined}
              name={partName(name, part)}
              value={value[part]}
              inputmode="numeric"
              dir="ltr"
              maxLength={length}
              autocomplete={field.control?.autocomplete === 'bday' ? `bday-${part}` : 'off'}
              required={!field.optional}
              aria-invalid={error ? 'true' : undefined}
            />
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

function partsOfDate({ value, field }: FieldControlProps) {
  const first = field.control?.calendar === 'hijri' ? 'hijri' : 'gregorian'
  if (typeof value === 'string') {
    const day = parseDay(value)
    if (day.ok) {
      const hijri = first === 'hijri' ? hijriOf(day.value) : undefined
      const [year = '', month = '', date = ''] = day.value.split('-')
      return hijri
        ? { calendar: first, day: String(hijri.day), month: String(hijri.month), year: String(hijri.year) }
        : { calendar: first, day: String(Number(date)), month: String(Number(month)), year }
    }
  }
  return {
    calendar: partOf(value, 'calendar') || first,
    day: partOf(value, 'day'),
    month: partOf(value, 'month'),
    year: partOf(value, 'year'),
  }
}
