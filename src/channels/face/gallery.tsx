import { day } from '#kernel/day.ts'
import { iban } from '#kernel/iban.ts'
import { plate } from '#kernel/plate.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import { BlocksView } from './block-view.tsx'
import { Button, LinkButton } from './button.tsx'
import { ConfirmPanel } from './confirm-panel.tsx'
import { CopyButton } from './copy-button.tsx'
import { DocumentCard } from './document-card.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FieldControl } from './field-control.tsx'
import { Opening, Part, Progress } from './gallery/parts.tsx'
import { answers, blocks, errors, fields, t } from './gallery/specimens.ts'
import { renderPage } from './layout.tsx'
import { Notice } from './notice.tsx'
import { OtpInput } from './otp-input.tsx'
import { Pagination } from './pagination.tsx'
import { PlateView } from './plate-view.tsx'
import type { Theme } from './preferences.ts'
import { type RequestStatus, RequestStatusPill } from './status-pill.tsx'
import { Steps } from './steps.tsx'
import { Tabs } from './tabs.tsx'
import { VisualCode } from './visual-code.tsx'

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
    acting: signedIn
      ? { kind: 'establishment', name: s(t('مؤسسة الندى للنقل', 'Al Nada Transport')), right: 'owner' }
      : undefined,
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
