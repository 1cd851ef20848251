import { formatPlate, type Plate } from '#kernel/plate.ts'
import type { Locale } from '#kernel/text.ts'
import { LogoMark } from './logo.tsx'
import { messagesFor } from './messages.ts'

const eastern = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))

interface PlateViewProps {
  readonly plate: Plate
  readonly locale: Locale
  readonly small?: boolean
}

/** A plate as it is on the car: digits and letters, Arabic above Latin. */
export function PlateView({ plate, locale, small }: PlateViewProps) {
  const written = formatPlate(plate, locale)
  const latin = formatPlate(plate, 'en').slice(0, -plate.digits.length).trim()
  return (
    <span
      class={small ? 'plate plate-small' : 'plate'}
      role="img"
      aria-label={`${messagesFor(locale).plate.label} ${written}`}
    >
      <span class="plate-digits">{eastern(plate.digits)}</span>
      <span class="plate-arabic" lang="ar" dir="rtl">
        {plate.letters.join(' ')}
      </span>
      <span class="plate-strip">
        <LogoMark class="" />
      </span>
      <span class="plate-digits">{plate.digits}</span>
      <span class="plate-latin" lang="en">
        {latin}
      </span>
    </span>
  )
}
