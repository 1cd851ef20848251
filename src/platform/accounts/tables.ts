import type { ColumnType, Generated } from 'kysely'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import type { Mission } from './missions.ts'

/** How an account came to be activated (register 1.1 and 1.17). */
export type ActivationChannel = 'officer' | 'bank-app' | 'bank-web' | 'atm' | 'kiosk'
export type AccountState = 'registered' | 'activated' | 'suspended' | 'closed'

export interface AccountTable {
  person_id: PersonNumber
  state: AccountState
  /** As chosen: capitals matter at sign-in. */
  username: string
  /** Sealed. */
  mobile: string
  /** Blind index of the mobile; not unique, because a family may share a line. */
  mobile_index: string
  /** Sealed. */
  email: string
  language: Locale
  registered_at: Date
  activated_at: Date | null
  activated_through: ActivationChannel | null
  /** High-risk acts wait until then. */
  held_until: Date | null
  suspended_at: Date | null
  /** Who stopped it: only what the holder stopped comes back by proving who one is. */
  suspended_by: 'holder' | 'officer' | 'suspicion' | null
  closed_at: Date | null
  closed_because: 'holder' | 'deceased' | 'impersonation' | null
  /** Text messages about how things go along. */
  routine_sms: Generated<boolean>
}

/** Index of usernames across persons, in small letters, so that none looks like another. */
export interface AccountUsernameTable {
  username: string
  person_id: PersonNumber
}

export interface CredentialTable {
  person_id: PersonNumber
  /** Argon2id with a pepper that is not in the database. */
  hash: string
  changed_at: Date
}

export interface TermsAcceptanceTable {
  person_id: PersonNumber
  version: string
  /** `registration`, `activation`, or the service that asked. */
  operation: string
  /** SHA-256 of the text that was shown. */
  hash: string
  accepted_at: Date
}

export interface KnownDeviceTable {
  person_id: PersonNumber
  /** Hash of the token in the device's cookie. */
  device: string
  /** What its browser is called: `Chrome · Android`. */
  agent: string | null
  first_seen: Date
  last_seen: Date
}

/** A network from which somebody signed in, by a keyed hash. */
export interface KnownPlaceTable {
  person_id: PersonNumber
  place: string
  /** What was last used there. */
  agent: string | null
  first_seen: Date
  last_seen: Date
}

/** A sign-in that waits for its number to be chosen on a device that is signed in, by the hash of its handle. */
export interface SignInApprovalTable {
  id: string
  /** Names it in addresses; opens nothing. */
  public_id: string
  /** Nobody: a name that is not known, which is answered alike. */
  person_id: PersonNumber | null
  number: number
  choices: number[]
  state: 'waiting' | 'approved' | 'denied'
  agent: string | null
  asked_at: Date
  expires_at: Date
}

/** Another mobile for who lost theirs, asked for at a desk; a second officer decides. */
export interface DeskMobileTable {
  person_id: PersonNumber
  id: Generated<string>
  /** Waits for the code of the new line, then for the second officer. */
  state: 'code' | 'review' | 'done' | 'refused'
  unit: string
  officer: string
  document: 'identity-card' | 'passport'
  /** Sealed. */
  mobile: string
  mobile_index: string
  at: Date
  /** Until when the code may be typed. */
  expires_at: Date
  reviewed_by: string | null
  reviewed_at: Date | null
  reason: string | null
}

/** A unit's changes of mobiles that wait for a second officer: a read model. */
export interface DeskMobileReviewTable {
  unit: string
  desk_mobile_id: string
  person_id: PersonNumber
  officer: string
  at: Date
}

/** A mobile that a bank vouched for, by the bank's own number of it. */
export interface BankMobileTable {
  person_id: PersonNumber
  client: string
  client_receipt: string
  receipt: string
  mobile_index: string
  at: Date
}

export type SuspicionKind = 'registration' | 'holder-denies' | 'document' | 'fingerprint'
export type SuspicionState = 'open' | 'proposed' | 'blocked' | 'cleared'

/** That somebody may be using another person’s identity (register R-ACC-09); one at a time for a person. */
export interface SuspicionTable {
  /** Whose identity it is. */
  person_id: PersonNumber
  id: Generated<string>
  kind: SuspicionKind
  /** What was seen, oldest first; the driver gives the value, and takes its text. */
  facts: ColumnType<readonly Fact[], string, string>
  state: SuspicionState
  /** What the account was when it was stopped for this; nothing when it was not. */
  account_before: 'registered' | 'activated' | null
  opened_at: Date
  /** The officer who saw it. */
  opened_by: string | null
  outcome: 'blocked' | 'cleared' | null
  reason: string | null
  proposed_by: string | null
  proposed_at: Date | null
  decided_by: string | null
  decided_at: Date | null
}

/** A unit's cases that wait: a read model. */
export interface SuspicionCaseTable {
  unit: string
  suspicion_id: string
  person_id: PersonNumber
  kind: SuspicionKind
  at: Date
  opened_by: string | null
  proposed_by: string | null
}

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

/** Wrong guesses in a row at one factor. */
export interface FactorFailureTable {
  person_id: PersonNumber
  factor: 'password' | 'sms' | 'app' | 'recovery'
  failures: number
  /** Turned off, until it is made anew. */
  disabled_at: Date | null
}

/** Who activated whom, and on what evidence; a second officer reviews what an officer did. */
export interface ActivationTable {
  person_id: PersonNumber
  id: Generated<string>
  channel: ActivationChannel
  receipt: string
  officer: string | null
  unit: string | null
  document: string | null
  biometric: string | null
  client: string | null
  client_receipt: string | null
  /** The self-service device that it was done at. */
  device: string | null
  at: Date
  reviewed_by: string | null
  reviewed_at: Date | null
}

/** A unit's activations that wait for a second pair of eyes: a read model. */
export interface ActivationReviewTable {
  unit: string
  activation_id: string
  person_id: PersonNumber
  officer: string
  at: Date
}

/** A printed form that was not used yet, by the hash of its token. */
export interface ActivationFormTable {
  token: string
  person_id: PersonNumber
  issued_at: Date
  expires_at: Date
}

/** A registration under way, by the hash of its handle; it is no account, and leaves nothing behind. */
export interface RegistrationTable {
  id: string
  stage: 'terms' | 'details' | 'code-sent' | 'verified'
  language: Locale
  terms_version: string
  terms_at: Date
  person_id: PersonNumber | null
  /** Whether the details are those of a living person without an account; never told. */
  genuine: boolean | null
  mobile: string | null
  mobile_index: string | null
  email: string | null
  expires_at: Date
}

/** A sign-in whose password was right and whose code is awaited, by the hash of its handle. */
export interface SignInTable {
  id: string
  person_id: PersonNumber
  door: 'person' | 'officer'
  expires_at: Date
}

export interface SignInFailureTable {
  key: string
  failures: number
  locked_until: Date | null
  last_at: Date
}

export interface OneTimeCodeTable {
  /** The operation that the code is bound to. */
  holder: string
  purpose: string
  hash: string
  attempts: number
  sent_at: Date
  expires_at: Date
  used_at: Date | null
}

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

/** A link that stops an account or denies an identity, by the hash of its token. */
export interface AccountAlarmTable {
  token: string
  person_id: PersonNumber
  about: ColumnType<'account' | 'identity', 'account' | 'identity' | undefined, never>
  expires_at: Date
}

/** An e-mail address that waits to be confirmed, by the hash of its link's token. */
export interface EmailChangeTable {
  token: string
  person_id: PersonNumber
  /** Sealed. */
  email: string
  expires_at: Date
}

/** A mobile that waits for its code, for the session that asked. */
export interface MobileChangeTable {
  session: string
  person_id: PersonNumber
  /** Sealed. */
  mobile: string
  mobile_index: string
  expires_at: Date
}

export interface PasskeyTable {
  person_id: PersonNumber
  /** The credential's own id, base64url. */
  id: string
  /** COSE, base64url. */
  public_key: string
  counter: number
  transports: string[]
  name: string
  synced: boolean
  made_at: Date
  last_used_at: Date | null
}

/** Index of passkeys across persons. */
export interface PasskeyHolderTable {
  id: string
  person_id: PersonNumber
}

/** A challenge that no passkey has answered yet. */
export interface PasskeyChallengeTable {
  challenge: string
  purpose: string
  expires_at: Date
}

/** An app that shows codes; in use once it is confirmed. */
export interface AuthenticatorAppTable {
  person_id: PersonNumber
  /** Sealed. */
  secret: string
  /** The time step of the last code that was used. */
  last_step: number
  made_at: Date
  confirmed_at: Date | null
}

/** A code for when everything else is lost, by its keyed fingerprint. */
export interface RecoveryCodeTable {
  person_id: PersonNumber
  hash: string
  made_at: Date
  used_at: Date | null
}

/** A reset of a password under way, by the hash of its handle. */
export interface PasswordResetTable {
  id: string
  person_id: PersonNumber
  /** Whether account, mobile and fact belong together; never told. */
  genuine: boolean
  verified: boolean
  /** Sealed: as it was typed. */
  mobile: string
  language: Locale
  expires_at: Date
}

/** How far a session has come in confirming a sensitive act. */
export interface StepUpTable {
  session: string
  act: string
  /** The one bill or document that it is about; empty for an act on the account. */
  object: string
  /** What is done to the object, as its holder reads it. */
  says: ColumnType<Text | null, string | null, string | null>
  /** Where the act goes on. */
  page: string | null
  asked_at: Date
  password_at: Date | null
  confirmed_at: Date | null
}

export interface OfficerTable {
  officer: string
  person_id: PersonNumber
  units: string[]
  on_duty: boolean
}

declare module '#platform/database/tables.ts' {
  interface Tables {
    account: AccountTable
    account_username: AccountUsernameTable
    credential: CredentialTable
    terms_acceptance: TermsAcceptanceTable
    known_device: KnownDeviceTable
    known_place: KnownPlaceTable
    factor_failure: FactorFailureTable
    sign_in_approval: SignInApprovalTable
    desk_mobile: DeskMobileTable
    desk_mobile_review: DeskMobileReviewTable
    bank_mobile: BankMobileTable
    suspicion: SuspicionTable
    suspicion_case: SuspicionCaseTable
    abroad_activation: AbroadActivationTable
    abroad_case: AbroadCaseTable
    abroad_slot: AbroadSlotTable
    activation: ActivationTable
    activation_review: ActivationReviewTable
    activation_form: ActivationFormTable
    registration: RegistrationTable
    sign_in: SignInTable
    sign_in_failure: SignInFailureTable
    one_time_code: OneTimeCodeTable
    session: SessionTable
    step_up: StepUpTable
    authenticator_app: AuthenticatorAppTable
    recovery_code: RecoveryCodeTable
    passkey: PasskeyTable
    passkey_holder: PasskeyHolderTable
    passkey_challenge: PasskeyChallengeTable
    email_change: EmailChangeTable
    mobile_change: MobileChangeTable
    account_alarm: AccountAlarmTable
    password_reset: PasswordResetTable
    officer: OfficerTable
  }
}
