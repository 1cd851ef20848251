import type { Day } from '#kernel/day.ts'
import { type Halalas, halalas, plus } from '#kernel/money.ts'
import type { Text } from '#kernel/text.ts'
import type { Catalogue } from '#platform/catalogue/catalogue.ts'
import type { AnyAnswers, ServiceContext, ServiceDefinition } from '#platform/catalogue/definition.ts'
import type { RateKind } from '#platform/catalogue/rate.ts'
import type { PaymentStep } from '#platform/catalogue/step.ts'
import type { BillLine } from '#platform/payments/lines.ts'

/** The lines of the bill that a payment step raises, at the rates of the day. */
export function billLines(
  of: { readonly catalogue: Catalogue },
  context: ServiceContext<unknown, AnyAnswers>,
  step: PaymentStep<string, unknown, AnyAnswers>,
): readonly BillLine[] {
  return step.items.flatMap((item): readonly BillLine[] => {
    if (!('rate' in item))
      return item.amounts(context).map(({ title, amount, record }) => ({
        title,
        kind: item.kind,
        amount,
        ...(record === undefined ? {} : { record }),
      }))
    if (item.when && !item.when(context)) return []
    const times = item.times?.(context) ?? 1
    if (times <= 0) return []
    const rate = of.catalogue.rate(item.rate)
    const amount = halalas(of.catalogue.amount(item.rate, context.today) * times)
    return [{ title: times === 1 ? rate.title : timesText(rate.title, times), kind: rate.kind, amount }]
  })
}

const timesText = (title: Text, times: number): Text => ({
  ar: `${title.ar} × ${times}`,
  en: `${title.en} × ${times}`,
})

/** What the applicant will pay once everything is filled. */
export const previewLines = (
  of: { readonly catalogue: Catalogue },
  service: ServiceDefinition,
  context: ServiceContext<unknown, AnyAnswers>,
): readonly BillLine[] =>
  service.steps.flatMap((step) =>
    step.kind === 'payment' && step.by === 'applicant' ? billLines(of, context, step) : [],
  )

/** What a service costs, as far as it is known before anything is filled. */
export interface Price {
  readonly title: Text
  readonly kind: RateKind
  readonly amount: Halalas
  readonly unit?: Text
}

export function priceList(catalogue: Catalogue, service: ServiceDefinition, today: Day): readonly Price[] {
  return service.steps
    .flatMap((step) => (step.kind === 'payment' ? step.items : []))
    .flatMap((item): readonly Price[] => {
      if (!('rate' in item)) return []
      const { title, kind, unit } = catalogue.rate(item.rate)
      return [{ title, kind, amount: catalogue.amount(item.rate, today), ...(unit ? { unit } : {}) }]
    })
}

export const totalOf = (lines: readonly { readonly amount: Halalas }[]): Halalas =>
  plus(...lines.map((line) => line.amount))
