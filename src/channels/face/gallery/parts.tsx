import type { ComponentChildren } from 'preact'
import { sar } from '#kernel/money.ts'
import type { Locale } from '#kernel/text.ts'
import { Breadcrumbs } from '../breadcrumbs.tsx'
import { FeeTable } from '../fee-table.tsx'
import { SearchBox } from '../search-box.tsx'
import { ServiceTile } from '../service-tile.tsx'
import { Timeline } from '../timeline.tsx'
import { t } from './specimens.ts'

export const Part = ({
  title,
  children,
}: {
  readonly title: string
  readonly children: ComponentChildren
}) => (
  <section class="stack">
    <h2>{title}</h2>
    {children}
  </section>
)

export function Opening({ locale }: { readonly locale: Locale }) {
  const tiles = [
    [
      'car',
      t('مبايعة مركبة', 'Sell a vehicle'),
      t('تنقل ملكية مركبتك إلى غيرك.', 'Passes your vehicle on to somebody else.'),
    ],
    [
      'id-card',
      t('تجديد رخصة القيادة', 'Renew a driving licence'),
      t('تجدد رخصتك قبل انتهائها أو بعده.', 'Renews it before or after it expires.'),
    ],
    [
      'plane',
      t('تأشيرة خروج وعودة', 'Exit and re-entry visa'),
      t('لمن يعمل لديك.', 'For who works for you.'),
    ],
  ] as const
  return (
    <div class="stack">
      <div>
        <Breadcrumbs
          locale={locale}
          crumbs={[
            { label: t('الرئيسة', 'Home')[locale], href: '/' },
            { label: t('المرور', 'Traffic')[locale], href: '/services?sector=traffic' },
          ]}
        />
        <h1>
          {
            t('كل ما تحتاجه من الدولة، من باب واحد', 'Everything you need from the state, through one door')[
              locale
            ]
          }
        </h1>
        <p class="lead mt-3">
          {
            t(
              'ابحث بكلماتك، واعرف قبل أن تبدأ: هل تستحق، وكم تدفع، ومتى تنتهي.',
              'Search in your own words, and know before you start whether you qualify, what it costs and how long it takes.',
            )[locale]
          }
        </p>
      </div>
      <SearchBox locale={locale} suggest="/search/suggest" />
      <div class="tiles">
        {tiles.map(([mark, title, summary]) => (
          <ServiceTile
            key={mark}
            href="/services/x"
            icon={mark}
            title={title[locale]}
            summary={summary[locale]}
          />
        ))}
      </div>
    </div>
  )
}

export function Progress({ locale }: { readonly locale: Locale }) {
  return (
    <div class="grid gap-6 lg:grid-cols-[3fr_2fr]">
      <div class="sheet">
        <Timeline
          locale={locale}
          moments={[
            {
              state: 'done',
              title: t('أرسلت الطلب', 'You sent the request')[locale],
              at: new Date('2026-11-20T08:00:00Z'),
            },
            {
              state: 'done',
              title: t('وافق المشتري', 'The buyer accepted')[locale],
              at: new Date('2026-11-21T10:30:00Z'),
            },
            {
              state: 'current',
              title: t('يدفع المشتري', 'The buyer pays')[locale],
              by: new Date('2026-11-28T20:59:00Z'),
              body: <p>{t('أرسلنا إليه الفاتورة.', 'We sent him the bill.')[locale]}</p>,
            },
            { state: 'ahead', title: t('تنتقل الملكية', 'The vehicle changes hands')[locale] },
          ]}
        />
      </div>
      <div class="sheet">
        <FeeTable
          locale={locale}
          lines={[
            {
              title: t('نقل الملكية', 'Transfer of ownership')[locale],
              kind: 'government-fee',
              amount: sar(150),
            },
            { title: t('خدمة المبايعة', 'Sale service')[locale], kind: 'platform-fee', amount: sar(230) },
            { title: t('ثمن المركبة', 'Price of the vehicle')[locale], kind: 'escrow', amount: sar(42_500) },
          ]}
        />
      </div>
    </div>
  )
}
