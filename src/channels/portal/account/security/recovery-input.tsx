import { FieldControl } from '#channels/face/field-control.tsx'
import type { Locale, Text } from '#kernel/text.ts'
import { recoveryCodeIn } from '#platform/accounts/recovery-codes.ts'
import { text } from '#platform/forms/fields/index.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { securityWords, tell } from './words.ts'

/** What was typed for a recovery code is not a whole one: said at its field, before it costs a try. */
export const recoveryUnwhole = (typed: string): Problem | undefined =>
  typed === '' || recoveryCodeIn(typed) !== undefined
    ? undefined
    : problems.answersWrong({ recovery: securityWords.recoveryUnwhole })

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
