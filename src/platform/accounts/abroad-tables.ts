import type { ColumnType, Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Mission } from './missions.ts'

export type AbroadState = 'waiting' | 'done' | 'refused' | 'cancelled' | 'missed'

/** That somebody asks to be activated from abroad; one waits at a time. */
export interface AbroadActivationTable {
  person_id: PersonNumber
  id: Generated<string>
  way: 'video' | 'mission'
  mission: Mission | null
  slot: Date
  state: AbroadState
  asked_at: Date
  decided_by: ColumnType<string | null, string | null | undefined, string | null>
  decided_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** Why an officer refused, as its holder reads it. */
  reason: ColumnType<string | null, string | null | undefined, string | null>
}

/** Who waits for a unit: a read model. */
export interface AbroadCaseTable {
  unit: string
  abroad_id: string
  person_id: PersonNumber
  way: 'video' | 'mission'
  mission: Mission | null
  slot: Date
}

/** Times that are taken, by place. */
export interface AbroadSlotTable {
  place: string
  slot: Date
  abroad_id: string
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    abroad_activation: AbroadActivationTable
    abroad_case: AbroadCaseTable
    abroad_slot: AbroadSlotTable
  }
}
