import { dayOf } from '#kernel/day.ts'
import { formatMoney, plural } from '#kernel/format.ts'
import { plus } from '#kernel/money.ts'
import type { Locale } from '#kernel/text.ts'
import { prompt } from '#platform/catalogue/prompt.ts'
import { dueOn, violationsOf } from '../registry/violations.ts'

export default prompt('unpaid-violations', {
  sector: 'traffic',
  list: async ({ db, clock }, person) => {
    const today = dayOf(clock.now())
    const unpaid = await violationsOf(db, person, 'unpaid')
    const first = unpaid.map((one) => one.payBy).sort()[0]
    if (!first) return []
    const total = plus(...unpaid.map((one) => dueOn(one, today)))
    const detail = (locale: Locale) =>
      `${plural(locale, unpaid.length, counts[locale])}: ${formatMoney(total, locale)}`
    return [
      {
        title: { ar: 'مخالفات لم تُسدَّد', en: 'Unpaid violations' },
        detail: { ar: detail('ar'), en: detail('en') },
        ...(first >= today ? { by: first } : {}),
        next: { label: { ar: 'سدّد', en: 'Pay' }, service: 'pay-violations' },
      },
    ]
  },
})

const counts = {
  ar: { one: 'مخالفة واحدة', two: 'مخالفتان', few: '{n} مخالفات', other: '{n} مخالفة' },
  en: { one: 'one violation', other: '{n} violations' },
} as const
