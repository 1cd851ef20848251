import type { Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'

export interface SessionTable {
  /** Hash of the token in the cookie. */
  token: string
  /** Names the session in audit; opens nothing. */
  id: string
  person_id: PersonNumber
  account: 'registered' | 'activated'
  officer: string | null
  units: string[]
  /** How its holder proved who they are. */
  methods: Generated<string[]>
  /** The known device that it is on. */
  device: string | null
  agent: string | null
  started_at: Date
  seen_at: Date
  ends_at: Date
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    session: SessionTable
  }
}
