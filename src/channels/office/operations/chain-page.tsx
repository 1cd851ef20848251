import { BackLink } from '#channels/face/breadcrumbs.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { formatNumber } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { ChainState } from '#platform/audit/verify.ts'
import { officeMessages } from '../messages.ts'

/** Whether the access log is what it was when it was sealed. */
export function ChainPage({ locale, chain }: { readonly locale: Locale; readonly chain: ChainState }) {
  const m = officeMessages(locale).operations
  return (
    <div class="stack narrow">
      <BackLink href="/office/operations" locale={locale} />
      <h1>{m.audit}</h1>
      {chain.ok ? (
        <Notice tone="good" title={m.chainGood} banner>
          <p class="break-all">
            {fill(m.chainGoodBody, { n: formatNumber(chain.batches, locale), head: chain.head })}
          </p>
        </Notice>
      ) : (
        <Notice tone="bad" title={m.chainBad} banner announce>
          <p>{m.breaks[chain.broken.what]}</p>
          {chain.broken.batch !== undefined && <p>{fill(m.seal, { n: chain.broken.batch })}</p>}
          {chain.broken.event !== undefined && <p>{fill(m.entry, { id: chain.broken.event })}</p>}
        </Notice>
      )}
    </div>
  )
}
