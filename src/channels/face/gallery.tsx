import type { ComponentChildren } from 'preact'
import { day } from '#kernel/day.ts'
import { iban } from '#kernel/iban.ts'
import { halalas, sar } from '#kernel/money.ts'
import { plate } from '#kernel/plate.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Block, Verdict } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Fields } from '#platform/forms/field.ts'
import {
  choice,
  choices,
  consent,
  date,
  email,
  file,
  iban as ibanField,
  integer,
  mobile,
  money,
  nationalAddress,
  personNumber,
  plate as plateField,
  text,
  yesNo,
} from '#platform/forms/fields/index.ts'
import { BlocksView } from './block-view.tsx'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { Button, LinkButton } from './button.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { CopyButton } from './copy-button.tsx'
import { DocumentCard } from './document-card.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FeeTable } from './fee-table.tsx'
import { FieldControl } from './field-control.tsx'
import { renderPage } from './layout.tsx'
import { Notice } from './notice.tsx'
import { OtpInput } from './otp-input.tsx'
import { Pagination } from './pagination.tsx'
import { PlateView } from './plate-view.tsx'
import type { Theme } from './preferences.ts'
import { SearchBox } from './search-box.tsx'
import { ServiceTile } from './service-tile.tsx'
import { type RequestStatus, RequestStatusPill } from './status-pill.tsx'
import { Steps } from './steps.tsx'
import { Tabs } from './tabs.tsx'
import { Timeline } from './timeline.tsx'
import { VisualCode } from './visual-code.tsx'

const t = (ar: string, en: string): Text => ({ ar, en })
const cities = ['الرياض', 'جدة', 'الدمام', 'أبها', 'تبوك', 'حائل', 'نجران', 'جازان', 'عرعر', 'بريدة']

/** One field of every kind. */
export const fields: Fields = {
  name: text({ label: t('الاسم كما في جوازك', 'Name as in your passport'), optional: true }),
  reason: text({
    label: t('لماذا تعترض؟', 'Why do you object?'),
    hint: t('سطران يكفيان', 'Two lines are enough'),
    multiline: true,
  }),
  reasonForLeave: choice({
    label: t('سبب الاستبدال', 'Why do you replace it?'),
    options: [
      {
        value: 'lost',
        label: t('ضاعت', 'It is lost'),
        detail: t('نلغي القديمة فورًا', 'We cancel the old one at once'),
      },
      { value: 'damaged', label: t('تلفت', 'It is damaged') },
    ],
  }),
  days: choices({
    label: t('الأيام التي تناسبك', 'Days that suit you'),
    options: [
      { value: 'sun', label: t('الأحد', 'Sunday') },
      { value: 'mon', label: t('الاثنين', 'Monday') },
    ],
  }),
  insured: yesNo({ label: t('هل المركبة مؤمَّنة؟', 'Is the vehicle insured?') }),
  seats: integer({ label: t('عدد المقاعد', 'Number of seats'), max: 9 }),
  price: money({
    label: t('سعر البيع', 'Price of the sale'),
    hint: t('من 500 إلى مليون ريال', 'From 500 to a million riyals'),
  }),
  born: date({ label: t('تاريخ الميلاد', 'Date of birth') }),
  buyer: personNumber({ label: t('رقم هوية المشتري', 'The buyer’s ID number') }),
  mobile: mobile({ label: t('رقم الجوال', 'Mobile number') }),
  email: email({ label: t('البريد الإلكتروني', 'E-mail') }),
  payoutTo: ibanField({ label: t('الحساب الذي يصله المبلغ', 'Account that receives the money') }),
  plate: plateField({ label: t('لوحة المركبة', 'Plate of the vehicle') }),
  address: nationalAddress({ label: t('عنوان التوصيل', 'Delivery address') }),
  evidence: file({
    label: t('صورة البلاغ', 'Picture of the report'),
    accept: ['application/pdf', 'image/jpeg'],
    maxBytes: 5_000_000,
  }),
  city: choice({
    label: t('المدينة', 'City'),
    options: cities.map((name) => ({ value: name, label: t(name, name) })),
  }),
  agree: consent({
    label: t('أقرّ بأن ما ذكرته صحيح', 'I declare that what I have said is true'),
    hint: t('من يخالف يتحمل المسؤولية.', 'Who does otherwise is answerable for it.'),
  }),
}

const answers: Readonly<Record<string, unknown>> = {
  reasonForLeave: 'lost',
  days: ['mon'],
  price: '42,500',
  buyer: '1098765432',
  born: { day: '31', month: '9', year: '1410', calendar: 'hijri' },
  plate: { letters: ['أ', 'ب', 'ح'], digits: '1234' },
}

const errors: Readonly<Record<string, Text>> = {
  buyer: t('راجع الرقم: فيه خانة غير صحيحة', 'Check the number: one digit is wrong'),
  born: t('راجع اليوم: في هذا الشهر 29 يومًا', 'Check the day: that month has 29 days'),
}

const verdicts: readonly Verdict[] = [
  {
    rule: 'insured',
    title: t('المركبة مؤمَّنة', 'The vehicle is insured'),
    outcome: 'met',
    facts: [{ key: 'until', label: t('التأمين حتى', 'Insured until'), value: v.day(day('2027-03-01')) }],
  },
  {
    rule: 'no-violations',
    title: t('لا مخالفات غير مسددة', 'No unpaid violations'),
    outcome: 'unmet',
    facts: [
      { key: 'count', label: t('المخالفات', 'Violations'), value: v.number(2) },
      { key: 'due', label: t('المبلغ', 'Amount'), value: v.money(sar(450)) },
    ],
    reason: t('عليك مخالفتان غير مسددتين.', 'You have two unpaid violations.'),
    remedy: { label: t('سدّد المخالفات', 'Pay the violations'), page: '/bills' },
  },
  {
    rule: 'buyer-licensed',
    title: t('المشتري يحمل رخصة', 'The buyer holds a licence'),
    outcome: 'hidden',
    facts: [],
  },
]

const blocks: readonly Block[] = [
  {
    kind: 'status',
    code: 'VALID',
    tone: 'good',
    title: t('رخصتك سارية', 'Your licence is valid'),
    body: t('تنتهي بعد ثلاث سنوات.', 'It expires in three years.'),
    next: { label: t('جدّدها قبل ذلك', 'Renew it before then'), service: 'renew-driving-licence' },
  },
  {
    kind: 'facts',
    title: t('بيانات الرخصة', 'The licence'),
    facts: [
      { key: 'number', label: t('الرقم', 'Number'), value: v.code('1098765432') },
      { key: 'kind', label: t('النوع', 'Kind'), value: v.text(t('خصوصي', 'Private')) },
      { key: 'expires', label: t('تنتهي في', 'Expires'), value: v.day(day('2029-11-02')) },
      { key: 'seen', label: t('آخر اطلاع', 'Last seen'), value: v.instant(new Date('2026-11-23T07:10:00Z')) },
      { key: 'fee', label: t('الرسم', 'Fee'), value: v.money(halalas(123_450)) },
      { key: 'plate', label: t('اللوحة', 'Plate'), value: v.plate(plate('أ ب ح 1234')) },
      { key: 'account', label: t('الحساب', 'Account'), value: v.code('SA03 8000 0000 6080 1016 7519') },
      { key: 'donor', label: t('متبرع بالأعضاء', 'Organ donor'), value: v.yesNo(true) },
      { key: 'restrictions', label: t('القيود', 'Restrictions'), value: v.none },
    ],
  },
  {
    kind: 'table',
    title: t('المخالفات', 'Violations'),
    columns: [
      { key: 'what', label: t('المخالفة', 'Violation') },
      { key: 'on', label: t('التاريخ', 'Date') },
      { key: 'amount', label: t('المبلغ', 'Amount') },
    ],
    rows: [
      {
        what: v.text(t('تجاوز السرعة', 'Speeding')),
        on: v.day(day('2026-10-03')),
        amount: v.money(sar(300)),
      },
      {
        what: v.text(t('وقوف خاطئ', 'Wrong parking')),
        on: v.day(day('2026-11-12')),
        amount: v.money(sar(150)),
      },
    ],
    next: [{ label: t('اعترض', 'Object'), page: '/object/1' }, undefined],
    empty: t('لا مخالفات', 'No violations'),
  },
  { kind: 'verdicts', title: t('هل تستطيع البيع؟', 'Can you sell?'), verdicts },
  {
    kind: 'document',
    document: 'driving-licence',
    title: t('رخصة القيادة', 'Driving licence'),
    subject: 'x',
  },
  { kind: 'note', tone: 'warning', body: t('يُغلق المكتب غدًا.', 'The office is closed tomorrow.') },
]

const statuses: readonly RequestStatus[] = [
  'draft',
  'in-progress',
  'fulfilled',
  'rejected',
  'cancelled',
  'expired',
]

interface GalleryOptions {
  readonly locale: Locale
  readonly theme: Theme
  readonly signedIn?: boolean
}

/** Every piece of the face on one page, to be looked at and to be checked for accessibility. */
export function gallery({ locale, theme, signedIn = true }: GalleryOptions): Uint8Array {
  const s = (text: Text): string => text[locale]
  const now = new Date('2026-11-23T09:00:00Z')
  return renderPage({
    locale,
    theme,
    path: '/gallery',
    title: s(t('معرض الواجهة', 'Gallery of the face')),
    section: 'portal',
    principal: signedIn ? { name: s(t('سارة عبدالله القحطاني', 'Sarah Al-Qahtani')), unread: 3 } : undefined,
    now,
    demo: true,
    nav: [
      { label: s(t('الرئيسة', 'Home')), href: '/', current: true },
      { label: s(t('الخدمات', 'Services')), href: '/services' },
      { label: s(t('الفواتير', 'Bills')), href: '/bills' },
      { label: s(t('المواعيد', 'Appointments')), href: '/appointments' },
    ],
    children: (
      <div class="stack stack-loose">
        <Opening locale={locale} />
        <Part title={s(t('وثائقك', 'Your documents'))}>
          <div class="cards">
            <DocumentCard
              locale={locale}
              title={t('رخصة القيادة', 'Driving licence')}
              holder={s(t('سارة عبدالله محمد القحطاني', 'Sarah Abdullah Mohammed Al-Qahtani'))}
              number="1098765432"
              facts={[{ key: 'kind', label: t('النوع', 'Kind'), value: v.text(t('خصوصي', 'Private')) }]}
              expires={day('2029-11-02')}
              today={day('2026-11-23')}
              href="/documents/driving-licence/1"
            />
            <DocumentCard
              locale={locale}
              title={t('رخصة سير', 'Vehicle registration')}
              holder={s(t('تويوتا كامري 2022', 'Toyota Camry 2022'))}
              photo={false}
              expires={day('2026-11-02')}
              today={day('2026-11-23')}
              href="/documents/vehicle-registration/1"
            >
              <div class="mt-3">
                <PlateView plate={plate('أ ب ح 1234')} locale={locale} />
              </div>
            </DocumentCard>
          </div>
        </Part>
        <Part title={s(t('أين طلبك؟', 'Where is your request?'))}>
          <div class="row">
            {statuses.map((status) => (
              <RequestStatusPill key={status} status={status} locale={locale} />
            ))}
          </div>
          <Progress locale={locale} />
        </Part>
        <Part title={s(t('الإجابات', 'Answers'))}>
          <BlocksView blocks={blocks} locale={locale} />
        </Part>
        <Part title={s(t('الأسئلة', 'Questions'))}>
          <Steps at={2} total={4} locale={locale} />
          <ErrorSummary locale={locale} errors={errors} />
          <form class="stack narrow stack-loose" method="post" action="/gallery" novalidate>
            {Object.entries(fields).map(([name, field]) => (
              <FieldControl
                key={name}
                name={name}
                field={field}
                value={answers[name]}
                error={errors[name]}
                locale={locale}
              />
            ))}
            <OtpInput
              locale={locale}
              label={s(t('رمز التحقق', 'Verification code'))}
              sentTo="+966 5• ••• ••34"
            />
            <VisualCode
              locale={locale}
              challenge="x"
              image="/code.png"
              audio="/code.wav"
              length={5}
              another="/gallery"
            />
            <div class="row">
              <Button>{s(t('تابع', 'Continue'))}</Button>
              <LinkButton look="quiet" href="/">
                {s(t('احفظ واخرج', 'Save and leave'))}
              </LinkButton>
              <LinkButton look="plain" href="/">
                {s(t('ألغِ الطلب', 'Cancel the request'))}
              </LinkButton>
            </div>
          </form>
          <ConfirmPanel
            title={s(t('أتلغي الطلب؟', 'Cancel the request?'))}
            action="/requests/1/cancel"
            confirm={s(t('ألغِ الطلب', 'Cancel it'))}
            cancel={{ label: s(t('أبقِه', 'Keep it')), href: '/requests/1' }}
            danger
          >
            <p>
              {s(
                t(
                  'نعيد إليك ما دفعته خلال ثلاثة أيام عمل.',
                  'We give back what you paid within three working days.',
                ),
              )}
            </p>
          </ConfirmPanel>
        </Part>
        <Part title={s(t('وما بقي', 'And the rest'))}>
          <Tabs
            label={s(t('الطلبات', 'Requests'))}
            tabs={[
              { label: s(t('الجارية', 'Open')), href: '#open', current: true, count: 2 },
              { label: s(t('المنتهية', 'Ended')), href: '#ended' },
            ]}
          />
          <EmptyState words={s(t('لا طلبات هنا بعد.', 'No requests here yet.'))}>
            <LinkButton look="quiet" href="/services">
              {s(t('ابحث عن خدمة', 'Find a service'))}
            </LinkButton>
          </EmptyState>
          <Notice tone="neutral" title={s(t('حساب التحويل', 'Account to pay into'))}>
            <div class="row">
              <bdi dir="ltr">{iban('SA0380000000608010167519')}</bdi>
              <CopyButton text="SA0380000000608010167519" locale={locale} />
            </div>
          </Notice>
          <Pagination locale={locale} page={2} pages={5} href={(page) => `/gallery?page=${page}`} />
        </Part>
      </div>
    ),
  })
}

const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => (
  <section class="stack">
    <h2>{title}</h2>
    {children}
  </section>
)

function Opening({ locale }: { readonly locale: Locale }) {
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

function Progress({ locale }: { readonly locale: Locale }) {
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
