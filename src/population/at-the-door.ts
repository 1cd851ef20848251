import { officerOf } from '#platform/accounts/officer.ts'
import { holderOf, type PersonPrincipal, type Principal } from '#platform/authority/principal.ts'
import { subjectsOf } from '#platform/catalogue/subject.ts'
import type { CastName } from '#platform/people/synthetic.ts'
import type { Platform } from '#platform/platform.ts'
import { saveAnswers, startDraft } from '#platform/requests/draft.ts'
import { submit } from '#platform/requests/submit.ts'
import { castNumber } from './cast.ts'

const session = 'population'
export type Officer = Extract<Principal, { kind: 'officer' }>

/** One of the cast, for themselves. */
export const self = (name: CastName): PersonPrincipal => ({
  kind: 'person',
  person: castNumber(name),
  account: 'activated',
  session,
})

/** One of the cast at the office. */
export async function onDuty({ db }: Platform, name: CastName): Promise<Officer> {
  const person = castNumber(name)
  const officer = await officerOf(db, person)
  if (!officer) throw new Error(`${name} is on no roster`)
  return { kind: 'officer', session, ...officer }
}

/** Starts, answers and sends; gives the reference. */
export async function send(
  platform: Platform,
  by: PersonPrincipal,
  service: string,
  raw: Readonly<Record<string, unknown>>,
): Promise<string> {
  const holder = holderOf(by)
  const definition = platform.catalogue.service(service)
  const subject = definition && (await subjectsOf(definition.subject, platform, holder))[0]
  if (!subject) throw new Error(`${service} is about nothing that ${holder} has`)
  const key = `${session}:${service}:${JSON.stringify(raw)}`
  const { reference } = must(await startDraft(platform, by, { service, subject: subject.id, key }), service)
  must(await saveAnswers(platform, by, { reference, fields: Object.keys(raw), raw }), service)
  must(await submit(platform, by, reference), service)
  return reference
}

/** @throws with what was tried and why it was refused */
export function must<T>(
  done:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly code: string } },
  what: string,
): T {
  if (!done.ok) throw new Error(`${what}: ${done.error.code}`)
  return done.value
}
