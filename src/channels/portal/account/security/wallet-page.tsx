import { LinkButton } from '#channels/face/button.tsx'
import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import { formatInstant } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { OnPhone } from '#platform/wallets/carried.ts'
import type { WalletDevice } from '#platform/wallets/device.ts'
import type { Check } from '#platform/wallets/showing.ts'
import { walletWords as words } from './wallet-words.ts'

interface WalletPageProps {
  readonly locale: Locale
  /** The phone that has the documents. */
  readonly now: WalletDevice | undefined
  readonly before: readonly WalletDevice[]
  readonly carried: readonly OnPhone[]
  readonly checks: readonly Check[]
  /** They were just taken off. */
  readonly done: boolean
  /** Where the wallet is, to be opened on a phone. */
  readonly address: string
}

export function WalletPage({ locale, now, before, carried, checks, done, address }: WalletPageProps) {
  const t = (word: keyof typeof words): string => words[word][locale]
  return (
    <div class="stack">
      <header>
        <h1>{t('title')}</h1>
        <p class="lead">{t('lead')}</p>
      </header>
      {done && <Notice tone="good" title={t('ended')} announce />}
      {now ? (
        <section class="sheet stack">
          <dl class="facts">
            <div>
              <dt>{t('phone')}</dt>
              <dd>
                <bdi>{now.name}</bdi>
              </dd>
            </div>
            <div>
              <dt>{t('since')}</dt>
              <dd>{formatInstant(now.since, locale)}</dd>
            </div>
            <div>
              <dt>{t('seen')}</dt>
              <dd>{formatInstant(now.lastSeen, locale)}</dd>
            </div>
          </dl>
          <div>
            <LinkButton look="danger" href={`/account/wallet/${now.id}/end`}>
              {t('end')}
            </LinkButton>
          </div>
        </section>
      ) : (
        <EmptyState icon="smartphone" words={t('none')}>
          <p>
            {t('openLead')} <Ltr>{address}</Ltr>
          </p>
          <LinkButton icon="smartphone" href="/wallet/">
            {t('open')}
          </LinkButton>
        </EmptyState>
      )}
      {carried.length > 0 && <Carried locale={locale} carried={carried} />}
      {checks.length > 0 ? (
        <Checks locale={locale} checks={checks} />
      ) : (
        <section class="stack">
          <h2>{t('checks')}</h2>
          <p class="muted">{t('checksNone')}</p>
        </section>
      )}
      {before.length > 0 && <Before locale={locale} before={before} />}
      <p>
        <a class="go" href="/account">
          {t('back')}
        </a>
      </p>
    </div>
  )
}

const Carried = ({ locale, carried }: Pick<WalletPageProps, 'locale' | 'carried'>) => (
  <DataTable
    caption={words.carries[locale]}
    columns={[
      {
        key: 'document',
        label: words.document[locale],
        cell: (row) => (
          <>
            {row.title[locale]} {row.viewed && <StatusPill tone="neutral" words={words.viewed[locale]} />}
          </>
        ),
      },
      { key: 'whose', label: words.whose[locale], cell: (row) => <bdi>{row.holder[locale]}</bdi> },
      { key: 'until', label: words.until[locale], cell: (row) => formatInstant(row.ends, locale) },
    ]}
    rows={carried}
    rowKey={(row) => row.id}
  />
)

const Checks = ({ locale, checks }: Pick<WalletPageProps, 'locale' | 'checks'>) => (
  <DataTable
    caption={words.checks[locale]}
    columns={[
      { key: 'when', label: words.when[locale], cell: (row) => formatInstant(row.at, locale) },
      { key: 'document', label: words.document[locale], cell: (row) => row.title[locale] },
      { key: 'by', label: words.by[locale], cell: (row) => <bdi>{row.saidBy ?? words.unnamed[locale]}</bdi> },
    ]}
    rows={checks}
    rowKey={(row) => row.id}
  />
)

const Before = ({ locale, before }: Pick<WalletPageProps, 'locale' | 'before'>) => (
  <DataTable
    caption={words.before[locale]}
    columns={[
      { key: 'phone', label: words.phone[locale], cell: (row) => <bdi>{row.name}</bdi> },
      { key: 'since', label: words.since[locale], cell: (row) => formatInstant(row.since, locale) },
      {
        key: 'ended',
        label: words.endedAt[locale],
        cell: (row) => row.ended && formatInstant(row.ended.at, locale),
      },
      { key: 'why', label: words.why[locale], cell: (row) => row.ended && words[row.ended.because][locale] },
    ]}
    rows={before}
    rowKey={(row) => row.id}
  />
)
