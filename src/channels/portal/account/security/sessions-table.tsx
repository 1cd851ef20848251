import { DataTable } from '#channels/face/data-table.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import type { OpenSession } from '#platform/accounts/devices.ts'
import { OneButton } from './one-button.tsx'
import { tell } from './words.ts'

/** Where one is signed in now. */
export function SessionsTable({
  visit,
  session,
  sessions,
}: {
  readonly visit: Visit
  /** This session's id. */
  readonly session: string
  readonly sessions: readonly OpenSession[]
}) {
  const { locale } = visit
  const name = (row: OpenSession) => row.agent ?? tell('unknown', locale)
  return (
    <section class="stack">
      <DataTable
        caption={tell('now', locale)}
        columns={[
          {
            key: 'browser',
            label: tell('browser', locale),
            cell: (row) => (
              <>
                <bdi>{name(row)}</bdi>{' '}
                {row.id === session && <StatusPill tone="good" words={tell('here', locale)} />}
                {row.atWork && <StatusPill tone="neutral" words={tell('atWork', locale)} />}
              </>
            ),
          },
          {
            key: 'since',
            label: tell('since', locale),
            cell: (row) => formatInstant(row.startedAt, locale),
          },
          { key: 'seen', label: tell('seen', locale), cell: (row) => formatInstant(row.seenAt, locale) },
          {
            key: 'end',
            label: '',
            cell: (row) =>
              row.id !== session && (
                <OneButton
                  visit={visit}
                  action="/account/sessions/end"
                  words={tell('endOne', locale)}
                  of={name(row)}
                  hidden={{ session: row.id }}
                />
              ),
          },
        ]}
        rows={sessions}
        rowKey={(row) => row.id}
      />
      {sessions.length > 1 && (
        <OneButton visit={visit} action="/account/sessions/end-others" words={tell('endOthers', locale)} />
      )}
    </section>
  )
}
