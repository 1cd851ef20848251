import type { Day } from '#kernel/day.ts'
import type { HolderNumber } from '#kernel/holder-number.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Verdict } from '#platform/catalogue/block.ts'

export type Status = 'draft' | 'in-progress' | 'fulfilled' | 'rejected' | 'cancelled' | 'expired'

/** Who made an event: as little as the timeline needs. */
export type By =
  | {
      readonly kind: 'person'
      readonly person: PersonNumber
      readonly role: string
      readonly for?: HolderNumber
    }
  | { readonly kind: 'officer'; readonly officer: string }
  | { readonly kind: 'system' }

/** What happened to a request. Appended, never changed. */
export type CaseEvent =
  | { readonly type: 'drafted' }
  | {
      readonly type: 'submitted'
      readonly parties: Readonly<Record<string, PersonNumber>>
      readonly verdicts: readonly Verdict[]
      /** Who sent it for the applicant, or for the applicant's establishment. */
      readonly delegate?: PersonNumber
    }
  | { readonly type: 'opened'; readonly step: string; readonly dueAt: string; readonly bill?: BillRef }
  | { readonly type: 'approved'; readonly step: string }
  | { readonly type: 'refused'; readonly step: string; readonly reason: string }
  | { readonly type: 'paid'; readonly step: string; readonly bill: string }
  | { readonly type: 'booked'; readonly step: string; readonly appointment: AppointmentRef }
  | { readonly type: 'attended'; readonly step: string; readonly office: Text; readonly day: Day }
  | {
      readonly type: 'decided'
      readonly step: string
      readonly approve: boolean
      readonly reason: string
      readonly officer: string
      readonly code?: string
    }
  | { readonly type: 'overdue'; readonly step: string; readonly dueAt: string }
  | { readonly type: 'accepted-outside'; readonly step: string }
  | { readonly type: 'done-outside'; readonly step: string; readonly facts?: OutsideFacts }
  | { readonly type: 'refused-outside'; readonly step: string; readonly because: Text }
  | { readonly type: 'skipped'; readonly step: string }
  | { readonly type: 'fulfilled'; readonly documents: readonly DocumentRef[]; readonly says: Text }
  | {
      readonly type: 'rejected'
      readonly because: Text
      readonly documents: readonly DocumentRef[]
      readonly verdicts?: readonly Verdict[]
    }
  | { readonly type: 'cancelled' }
  | { readonly type: 'expired'; readonly step: string | null }
  | { readonly type: 'refunding'; readonly bill: string; readonly total: Halalas }

/** What an outside system answered, by its own names. */
export type OutsideFacts = Readonly<Record<string, string>>

export interface BillRef {
  readonly id: string
  readonly number: string
  readonly payer: HolderNumber
  readonly total: Halalas
}
export interface AppointmentRef {
  readonly id: string
  readonly office: Text
  readonly at: string
}
export interface DocumentRef {
  readonly id: string
  readonly document: string
  readonly holder: PersonNumber
}

/** Where a request stands: the fold over its events. */
export interface CaseState {
  readonly seq: number
  readonly status: Status
  readonly step: string | null
  readonly dueAt: string | null
  readonly parties: Readonly<Record<string, PersonNumber>>
  /** Who sent it for the applicant, when somebody did. */
  readonly delegate?: PersonNumber
  readonly done: readonly string[]
  readonly bills: Readonly<Record<string, BillRef & { readonly state: 'due' | 'paid' | 'refunding' }>>
  readonly appointment?: AppointmentRef
  readonly kept?: { readonly office: Text; readonly day: Day }
  /** What outside systems answered, by step. */
  readonly outside?: Readonly<Record<string, OutsideFacts>>
  readonly decision?: { readonly approve: boolean; readonly reason: string; readonly officer: string }
  readonly documents: readonly DocumentRef[]
  /** What became of it, in the words that the applicant was told. */
  readonly says?: Text
  readonly because?: Text
  readonly verdicts?: readonly Verdict[]
  readonly overdue: boolean
}

export const unborn: CaseState = {
  seq: 0,
  status: 'draft',
  step: null,
  dueAt: null,
  parties: {},
  done: [],
  bills: {},
  documents: [],
  overdue: false,
}

/** The state after one more event. Pure: the timeline of any request can be replayed. */
export function fold(state: CaseState, event: CaseEvent): CaseState {
  const next = { ...state, seq: state.seq + 1 }
  switch (event.type) {
    case 'drafted':
      return next
    case 'submitted':
      return {
        ...next,
        status: 'in-progress',
        parties: event.parties,
        ...(event.delegate ? { delegate: event.delegate } : {}),
      }
    case 'opened': {
      const opened = { ...next, step: event.step, dueAt: event.dueAt, overdue: false }
      return event.bill
        ? { ...opened, bills: { ...state.bills, [event.step]: { ...event.bill, state: 'due' } } }
        : opened
    }
    case 'approved':
    case 'skipped':
      return past(next, event.step)
    case 'done-outside':
      return event.facts
        ? { ...past(next, event.step), outside: { ...state.outside, [event.step]: event.facts } }
        : past(next, event.step)
    case 'paid':
      return { ...past(next, event.step), bills: withBill(state, event.bill, 'paid') }
    case 'booked':
      return { ...next, appointment: event.appointment }
    case 'attended':
      return { ...past(next, event.step), kept: { office: event.office, day: event.day } }
    case 'decided':
      return {
        ...past(next, event.step),
        decision: { approve: event.approve, reason: event.reason, officer: event.officer },
      }
    case 'overdue':
      return { ...next, overdue: true, dueAt: event.dueAt }
    case 'accepted-outside':
    case 'refused':
    case 'refused-outside':
      return next
    case 'refunding':
      return { ...next, bills: withBill(state, event.bill, 'refunding') }
    case 'fulfilled':
      return { ...ended(next, 'fulfilled'), documents: event.documents, says: event.says }
    case 'rejected':
      return {
        ...ended(next, 'rejected'),
        because: event.because,
        documents: event.documents,
        ...(event.verdicts ? { verdicts: event.verdicts } : {}),
      }
    case 'cancelled':
      return ended(next, 'cancelled')
    case 'expired':
      return ended(next, 'expired')
  }
}

const past = (state: CaseState, step: string): CaseState => ({
  ...state,
  step: null,
  dueAt: null,
  done: [...state.done, step],
})

const ended = (state: CaseState, status: Status): CaseState => ({ ...state, status, step: null, dueAt: null })

function withBill(state: CaseState, id: string, to: 'paid' | 'refunding'): CaseState['bills'] {
  return Object.fromEntries(
    Object.entries(state.bills).map(([step, bill]) => [step, bill.id === id ? { ...bill, state: to } : bill]),
  )
}
