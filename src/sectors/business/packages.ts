import type { Text } from '#kernel/text.ts'

export type Tier = 'small' | 'medium' | 'large'

/** The packages, by the workers that they cover [assumed, register 196]; prices are in `rates.ts`. */
export const packages: Readonly<
  Record<Tier, { readonly workers: number; readonly title: Text; readonly detail: Text }>
> = {
  small: {
    workers: 10,
    title: { ar: 'الأساسية', en: 'Basic' },
    detail: { ar: 'حتى 10 عاملين', en: 'Up to 10 workers' },
  },
  medium: {
    workers: 100,
    title: { ar: 'المتقدمة', en: 'Advanced' },
    detail: { ar: 'حتى 100 عامل', en: 'Up to 100 workers' },
  },
  large: {
    workers: Number.MAX_SAFE_INTEGER,
    title: { ar: 'الشاملة', en: 'Complete' },
    detail: { ar: 'بلا حد للعاملين', en: 'Any number of workers' },
  },
}

/** A package can be renewed in its last days [assumed]; the new one begins when it ends. */
export const renewableDays = 60
/** Its owner hears of its end so many days before [assumed]. */
export const packageReminders = [30, 7] as const
