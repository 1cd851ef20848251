import { type Day, dayOf } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { contextOf } from './advance.ts'
import type { AnyStep, Case } from './case.ts'

/** The first day on which the appointment of a step can be, for the slots that are offered; today at the earliest. */
export async function firstDay(it: Case, step: Extract<AnyStep, { kind: 'appointment' }>): Promise<Day> {
  const today = dayOf(it.at)
  const context = step.notBefore && (await contextOf(it))
  const first = context && step.notBefore?.(context)
  return first && first > today ? first : today
}

/** Whether the appointment of a step can be on that day; the text says from when on. */
export async function dayAllowed(
  it: Case,
  step: Extract<AnyStep, { kind: 'appointment' }>,
  on: Day,
): Promise<Result<void, Text>> {
  const first = await firstDay(it, step)
  if (on >= first) return ok(undefined)
  return err({
    ar: `لا يمكن ذلك قبل ${formatDay(first, 'ar')}. اختر ذلك اليوم أو يومًا بعده.`,
    en: `This is not possible before ${formatDay(first, 'en')}. Choose that day or a later one.`,
  })
}
