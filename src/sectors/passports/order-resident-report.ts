import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { EffectContext } from '#platform/catalogue/definition.ts'
import { findPerson } from '#platform/people/person.ts'
import { Refusal } from '#platform/requests/refusal.ts'
import { enterReport } from './registry/report-orders.ts'
import { residentFacts } from './report-facts.ts'

/** Writes down what the register says of a resident today, for the paper that the applicant has paid for. */
export async function orderResidentReport(
  { tx, today, applicant, subject, request }: EffectContext,
  { person, scope }: { readonly person: PersonNumber; readonly scope: 'whole' | 'employer' },
): Promise<void> {
  const [facts, holder] = await Promise.all([residentFacts(tx, person, scope, today), findPerson(tx, person)])
  if (!facts || !holder) throw new Refusal(noLonger)
  await enterReport(tx, {
    by: applicant,
    about: person,
    document: 'resident-report',
    subjectId: subject.id,
    request: request.id,
    holder: holder.name,
    facts,
    orderedOn: today,
  })
}

const noLonger: Text = {
  ar: 'لم يعد في السجل ما يُستخرج منه التقرير.',
  en: 'The register no longer holds what the report would say.',
}
