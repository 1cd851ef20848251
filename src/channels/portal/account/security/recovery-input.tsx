import { FieldControl } from '#channels/face/field-control.tsx'
import type { Locale, Text } from '#kernel/text.ts'
import { text } from '#platform/forms/fields/index.ts'
import type { Problem } from '#platform/problem.ts'
import { securityWords, tell } from './words.ts'

/** For whom the phone is not at hand: a recovery code in the place of the code, in the same form. */
export const RecoveryInput = ({
  locale,
  problem,
  other = securityWords.recoveryInput,
}: {
  readonly locale: Locale
  readonly problem?: Problem | undefined
  /** What may be typed instead; a recovery code when absent. */
  readonly other?: Text
}) => (
  <details open={problem?.fields?.recovery !== undefined}>
    <summary class="a">{tell('recoveryLost', locale)}</summary>
    <FieldControl
      name="recovery"
      field={text({ label: other, optional: true, maxLength: 30 })}
      error={problem?.fields?.recovery}
      locale={locale}
    />
  </details>
)
