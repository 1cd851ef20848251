import { DataTable } from '#channels/face/data-table.tsx'
import { EmptyState } from '#channels/face/empty-state.tsx'
import { Wording } from '#channels/face/wording.tsx'
import { formatInstant } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { AccountEvent } from '#platform/accounts/history.ts'
import { eventAbout, eventTitle } from './events.ts'
import { tell } from './words.ts'

/** Events of an account, newest first. */
export function HistoryTable({
  events,
  locale,
}: {
  readonly events: readonly AccountEvent[]
  readonly locale: Locale
}) {
  if (events.length === 0) return <EmptyState icon="shield-check" words={tell('none', locale)} />
  return (
    <DataTable
      caption={tell('history', locale)}
      columns={[
        { key: 'when', label: tell('when', locale), cell: (event) => formatInstant(event.at, locale) },
        {
          key: 'what',
          label: tell('what', locale),
          cell: (event) => (
            <span>
              {eventTitle(event)[locale]}
              {event.byOther && ` ${tell('byOther', locale)}`}
              {eventAbout(event, locale) && (
                <>
                  {': '}
                  <bdi>
                    <Wording>{eventAbout(event, locale) ?? ''}</Wording>
                  </bdi>
                </>
              )}
            </span>
          ),
        },
      ]}
      rows={events}
      rowKey={(event) => event.id}
    />
  )
}
