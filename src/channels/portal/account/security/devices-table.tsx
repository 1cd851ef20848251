import { DataTable } from '#channels/face/data-table.tsx'
import { StatusPill } from '#channels/face/status-pill.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { formatInstant } from '#kernel/format.ts'
import type { KnownDevice } from '#platform/accounts/devices.ts'
import { OneButton } from './one-button.tsx'
import { tell } from './words.ts'

/** The browsers that one has signed in with. */
export function DevicesTable({
  visit,
  device,
  devices,
}: {
  readonly visit: Visit
  /** The hash of this browser's device token. */
  readonly device: string | undefined
  readonly devices: readonly KnownDevice[]
}) {
  const { locale } = visit
  const name = (row: KnownDevice) => row.agent ?? tell('unknown', locale)
  if (devices.length === 0) return null
  return (
    <section class="stack">
      <DataTable
        caption={tell('devices', locale)}
        columns={[
          {
            key: 'browser',
            label: tell('browser', locale),
            cell: (row) => (
              <>
                <bdi>{name(row)}</bdi>{' '}
                {row.device === device && <StatusPill tone="good" words={tell('thisDevice', locale)} />}
              </>
            ),
          },
          {
            key: 'first',
            label: tell('firstSeen', locale),
            cell: (row) => formatInstant(row.firstSeen, locale),
          },
          { key: 'last', label: tell('seen', locale), cell: (row) => formatInstant(row.lastSeen, locale) },
          {
            key: 'forget',
            label: '',
            cell: (row) => (
              <div class="row">
                <OneButton
                  visit={visit}
                  action="/account/devices/forget"
                  words={tell('forget', locale)}
                  of={name(row)}
                  hidden={{ device: row.device }}
                />
                {row.device !== device && (
                  <a
                    class="a"
                    href={`/account/devices/lost?device=${row.device}`}
                    aria-label={`${tell('lostShort', locale)}: ${name(row)}`}
                  >
                    {tell('lostShort', locale)}
                  </a>
                )}
              </div>
            ),
          },
        ]}
        rows={devices}
        rowKey={(row) => row.device}
      />
      <p>{tell('devicesLead', locale)}</p>
    </section>
  )
}
