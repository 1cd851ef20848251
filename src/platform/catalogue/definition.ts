import type { Clock } from '#kernel/clock.ts'
import type { Day } from '#kernel/day.ts'
import type { EstablishmentNumber } from '#kernel/establishment-number.ts'
import type { Iban } from '#kernel/iban.ts'
import type { Halalas } from '#kernel/money.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import type { Carried } from '#platform/documents/held.ts'
import type { Outcome } from '#platform/documents/verify.ts'
import type { AnswersOf, Fields, Form, Option } from '#platform/forms/field.ts'
import type { Rule } from '#platform/rules/rule.ts'
import type { Block } from './block.ts'
import type { Held, ReportName } from './holding.ts'
import type { Step } from './step.ts'
import type { AnySubjectType, Ground, Subject } from './subject.ts'
import type { Value } from './value.ts'

export type PersonAudience = 'anonymous' | 'citizen' | 'resident' | 'visitor' | 'gcc-citizen' | 'employer'
export type Audience = PersonAudience | 'establishment'

/** What every entry of the catalogue tells the reader before they start (register R-ACC-07, `browse-service-guide`). */
export interface Entry {
  readonly sector: string
  /** Raised when what is asked or done changes; open requests keep the one they were made with. */
  readonly version: number
  readonly title: Text
  /** One sentence in plain words. */
  readonly summary: Text
  /** Other words that people search by, in any language; the register's spun wordings too. */
  readonly words?: readonly string[]
  /** The slug of the entry that this one is a narrower form of: lists show that one, the search finds both. */
  readonly variantOf?: string
  /** Persons of these kinds for themselves, or an establishment in its workspace; never both. */
  readonly audience: readonly PersonAudience[] | readonly ['establishment']
  /** "At once", "Two working days". */
  readonly time: Text
  /** "Free", or how the cost comes about when the rates alone do not say it. */
  readonly cost?: Text
  /** A person may let somebody else do this for them. Without it no delegate may, whatever their powers. */
  readonly delegable?: true
  /**
   * The power that a delegate needs; its own slug when absent. What is done for an establishment names one of
   * those that an establishment grants, or that it is its owner's alone.
   */
  readonly power?: string
  /** Whoever has it done has a workspace of an establishment from then on: the way in, for those without one. */
  readonly opensWorkspace?: true
  /** By it an owner has somebody work for their establishment: offered where those who do are listed. */
  readonly appoints?: true
  /** Conditions in words, where they are not rules. */
  readonly conditions?: readonly Text[]
}

/** What the code of a service sees. */
export interface ServiceContext<S = unknown, A = unknown> {
  readonly db: Db
  readonly clock: Clock
  readonly today: Day
  /** Who answers for it: the person, or the owner of the establishment. */
  readonly applicant: PersonNumber
  /** Who is at the keyboard, or sent it: the applicant, or who acts for them. */
  readonly actor: PersonNumber
  readonly subject: Subject<S>
  readonly answers: A
}

/** The same inside the transaction that opens, fulfils or ends a request. */
export interface EffectContext<S = unknown, A = unknown> extends ServiceContext<S, A> {
  readonly tx: Tx
  readonly request: { readonly id: string; readonly reference: string }
  /** The decision of the last review, when there was one. */
  readonly decision?: { readonly reason: string; readonly officer: string }
  /** The appointment that was kept, when there was one. */
  readonly appointment?: { readonly office: Text; readonly day: Day }
  /** What every sector holds for an official report of the applicant’s; others who are shown in it are told. */
  report(name: ReportName): Promise<readonly Held[]>
  /** A person who is a party by role: `buyer`. */
  party(role: string): PersonNumber
  /** What the outside system of a step answered, by its own names; empty when it said nothing. */
  outside(step: string): Readonly<Record<string, string>>
}

/** Names of the fields that hold a person's number: who can be a party. */
export type PersonField<A> = { [K in keyof A]: A[K] extends PersonNumber ? K : never }[keyof A]

export type NoticeEvent = 'submitted' | 'fulfilled' | 'rejected' | 'cancelled' | 'expired'

/** A message; `{reference}`, `{service}` and the names of `words` are filled in. */
export interface NoticeSpec<Role extends string> {
  readonly to: readonly Role[]
  readonly text: Text
}

export interface ServiceSpec<
  S = unknown,
  F extends Fields = Fields,
  P extends Readonly<Record<string, string>> = Readonly<Record<string, string>>,
> extends Entry {
  readonly subject: AnySubjectType<S>
  readonly form: Form<F>
  /** Other persons in it: role → the field that names them. */
  readonly parties?: P
  /** The subject's type is the one that `subject` names, whatever a rule looks at. */
  readonly rules: readonly Rule<NoInfer<S>, NoInfer<AnswersOf<F>>>[]
  readonly steps: readonly Step<Role<P>, NoInfer<S>, NoInfer<AnswersOf<F>>>[]
  /** Options of fields that come from the subject's records. */
  options?(
    context: Omit<ServiceContext<S, unknown>, 'answers' | 'actor'>,
    field: Extract<keyof F, string>,
  ): Promise<readonly Option[]>
  /** Checks across fields, after each field is right by itself. */
  check?(
    answers: AnswersOf<F>,
    context: ServiceContext<S, AnswersOf<F>>,
  ): Promise<Readonly<Partial<Record<Extract<keyof F, string>, Text>>>>
  /** Written to the registry when the request is sent: a hold, a freeze. */
  onSubmit?(context: EffectContext<S, AnswersOf<F>>): Promise<void>
  /** What fulfilment writes, in the transaction that closes the request. */
  effect(context: EffectContext<S, AnswersOf<F>>): Promise<void>
  /** Takes back what `onSubmit` wrote, when the request is rejected, cancelled or expires. */
  onEnd?(context: EffectContext<S, AnswersOf<F>>, how: 'rejected' | 'cancelled' | 'expired'): Promise<void>
  /** Documents that it issues at its end, by name; `to` is the holder's role (the applicant). */
  readonly documents?: readonly {
    readonly document: string
    readonly to?: Role<P> | 'subject'
    /** `decided`: also when an officer refuses. Fulfilment alone when absent. */
    readonly on?: 'fulfilled' | 'rejected' | 'decided'
    /** `request`: each request’s own paper, which takes no other’s place. Its subject when absent. */
    readonly about?: 'request'
  }[]
  /** A card or paper to deliver on fulfilment: the field that holds the address. */
  readonly delivery?: { readonly what: Text; readonly addressField: Extract<keyof F, string> }
  /**
   * Who gets what is in escrow on fulfilment: a party, by the field that holds the IBAN; or a company that is no
   * part of the request, such as the operator whose bill it is.
   */
  readonly payout?:
    | { readonly to: Role<P>; readonly ibanField: Extract<keyof F, string> }
    | { payee(context: ServiceContext<S, AnswersOf<F>>): Promise<Payee> }
  readonly notices?: Readonly<Partial<Record<NoticeEvent, readonly NoticeSpec<NoticeRole<P>>[]>>>
  /** Words for the notices and the one-line summary of a request. */
  describe?(context: ServiceContext<S, AnswersOf<F>>): Promise<Readonly<Record<string, Value>>>
  /** Years that the case file is kept after its end. */
  readonly retentionYears: number
  /** One open request a subject (the default), or as many as one likes. */
  readonly concurrent?: boolean
}

/** A company that money is passed on to. */
export interface Payee {
  readonly holder: EstablishmentNumber
  readonly iban: Iban
}

/** Answers as the engine keeps them, whatever the form. */
export type AnyAnswers = AnswersOf<Fields>

/** Who has a part in a request: the applicant, and the parties that the form names. */
export type Role<P> = 'applicant' | Extract<keyof P, string>

/** Whom a notice can go to besides: whose record it is, and the other parents of a child that it is about. */
export type NoticeRole<P> = Role<P> | 'subject' | 'parents'

export interface ServiceDefinition extends ServiceSpec {
  readonly kind: 'service'
  readonly slug: string
}

/** A service: changes a registry. The default export of a file in a sector's `services/`. */
export function service<
  S,
  F extends Fields,
  const P extends Readonly<Record<string, Extract<PersonField<AnswersOf<F>>, string>>> = Record<never, never>,
>(slug: string, spec: ServiceSpec<S, F, P>): ServiceDefinition {
  // The engine hands each callback exactly the subject and answers that its own spec produced.
  return { kind: 'service', slug, ...(spec as unknown as ServiceSpec) }
}

/** What the code of an inquiry sees. */
export interface InquiryContext<S = unknown, A = unknown> {
  readonly db: Db
  readonly clock: Clock
  readonly today: Day
  /** Who answers for what is asked: the person, or the owner of the establishment. Absent: not signed in. */
  readonly person: PersonNumber | undefined
  /** Who is at the keyboard: that person, or who acts for them. */
  readonly actor: PersonNumber | undefined
  /** Absent when the inquiry has no subject. */
  readonly subject: Subject<S> | undefined
  readonly answers: A
  /** What else is in the catalogue, for a guide of the services. */
  readonly catalogue: CatalogueReading
  /** Notes that the answer shows somebody else’s record, who then sees the look in their access log. */
  shows(person: PersonNumber, ground: Ground): void
}

/** The catalogue as an inquiry sees it. */
export interface CatalogueReading {
  search(
    words: string,
    filter?: { readonly sector?: string; readonly audience?: Audience },
  ): readonly Definition[]
  readonly sectors: readonly SectorDefinition[]
  /** The title of a service or an inquiry by its slug; nothing when it is none. */
  titleOf(slug: string): Text | undefined
  /** What a service costs, as far as it is known beforehand; nothing for what is free or not a service. */
  prices(slug: string): readonly { readonly title: Text; readonly amount: Halalas; readonly unit?: Text }[]
  /** What every sector holds on a person, group by group; to be shown to that person alone. */
  holdings(person: PersonNumber): Promise<readonly Held[]>
  /** What a person carries, as the registries stand: to be shown to that person alone. */
  carried(person: PersonNumber): Promise<readonly Carried[]>
  /** What is known of a paper by the number and the six characters that stand on it. */
  checkPaper(number: string, code: string): Promise<Outcome>
  /** The rules of a service on a subject, for the inquiry "can I renew?". */
  verdicts(
    slug: string,
    person: PersonNumber,
    subjectId: string,
  ): Promise<readonly import('./block.ts').Verdict[]>
}

export interface InquirySpec<S = unknown, F extends Fields = Fields> extends Entry {
  /** `public`: anyone, no session. `signed-in`: an activated account, about its own subjects. */
  readonly access: 'public' | 'signed-in'
  /** A public inquiry about a person needs the visual code; one about offices or services does not. */
  readonly guard?: 'visual-code'
  readonly form: Form<F>
  readonly subject?: AnySubjectType<S>
  /** Options of fields whose options are loaded: cities that have an office, sectors that there are. */
  options?(
    context: Pick<InquiryContext, 'db' | 'clock' | 'today' | 'catalogue'>,
    field: Extract<keyof F, string>,
  ): Promise<readonly Option[]>
  answer(context: InquiryContext<S, AnswersOf<F>>): Promise<readonly Block[]>
  /**
   * What a public inquiry answers to an activated account that asks without filling anything in: about
   * oneself, and so without the visual code.
   */
  own?(
    context: Omit<InquiryContext<S>, 'person' | 'actor' | 'answers' | 'shows'> & {
      readonly person: PersonNumber
    },
  ): Promise<readonly Block[]>
}

export interface InquiryDefinition extends InquirySpec {
  readonly kind: 'inquiry'
  readonly slug: string
}

/** An inquiry: only reads. The default export of a file in a sector's `inquiries/`. */
export function inquiry<S, F extends Fields>(slug: string, spec: InquirySpec<S, F>): InquiryDefinition {
  // As in `service`: the engine gives back what this very spec's form and subject produced.
  return { kind: 'inquiry', slug, ...(spec as unknown as InquirySpec) }
}

/**
 * A procedure of the platform itself, such as registering or signing in: in the guide, the search and
 * the API document like any service, but done on a page of its own because there is no account yet.
 */
export interface ProcedureSpec extends Entry {
  readonly access: 'public' | 'registered' | 'officer' | 'partner'
  /** Where a person does it. */
  readonly page: string
  /** The steps in words. */
  readonly steps: readonly Text[]
}

export interface ProcedureDefinition extends ProcedureSpec {
  readonly kind: 'procedure'
  readonly slug: string
}

export const procedure = (slug: string, spec: ProcedureSpec): ProcedureDefinition => ({
  kind: 'procedure',
  slug,
  ...spec,
})

export type Definition = ServiceDefinition | InquiryDefinition | ProcedureDefinition

/** Whether it is for such persons, or for establishments. */
export function isMeantFor({ audience }: Pick<Entry, 'audience'>, one: Audience): boolean {
  const meant: readonly Audience[] = audience
  return meant.includes(one)
}

/** Whether it is done in the workspace of an establishment, and not by a person for themselves. */
export const isForEstablishments = ({ audience }: Pick<Entry, 'audience'>): boolean =>
  audience[0] === 'establishment'

/** The default export of a sector's `sector.ts`. */
export interface SectorDefinition {
  readonly name: string
  readonly title: Text
  readonly summary: Text
  /** A Lucide icon's name. */
  readonly icon: string
  /** Units whose officers decide its cases and keep its appointments. */
  readonly units: Readonly<Record<string, Text>>
}

export const sector = (it: SectorDefinition): SectorDefinition => it
