import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { noForm } from '#platform/forms/field.ts'
import { self } from '#platform/people/subjects.ts'
import { allMet, evaluateRules } from '#platform/rules/evaluate.ts'
import { licencesOf } from '../registry/licences.ts'
import { vehiclesOf } from '../registry/vehicles.ts'
import { noSuspension, noUnpaidViolations } from '../rules.ts'
import { inspectionValid, insured } from '../vehicle-rules.ts'
import { classNames, vehicleLabel } from '../words.ts'

/** What stands between a vehicle and the renewal of its registration (register `renew-vehicle-registration`). */
const registrationRules = [insured, inspectionValid, noUnpaidViolations(), noSuspension]

/** Register `query-licence-renewability`: each condition of each licence, with its remedy. */
export default inquiry('query-licence-renewability', {
  sector: 'traffic',
  version: 1,
  title: { ar: 'إمكانية تجديد الرخص المرورية', en: 'Can my traffic licences be renewed?' },
  summary: {
    ar: 'شروط تجديد رخصة قيادتك ورخص سير مركباتك: ما تحقق، وما بقي وكيف تكمله.',
    en: 'The conditions for renewing your driving licence and your registrations: what is met, and how to meet the rest.',
  },
  words: ['هل يمكن تجديد رخصتي', 'شروط التجديد', 'can I renew'],
  audience: ['citizen', 'resident'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  subject: self,
  answer: async ({ db, clock, today, subject, catalogue }) => {
    if (!subject) return []
    const { person } = subject
    const blocks: Block[] = []
    for (const licence of await licencesOf(db, person)) {
      const verdicts = await catalogue.verdicts('renew-driving-licence', person, licence.id)
      blocks.push({ kind: 'verdicts', title: classNames[licence.class], verdicts })
      if (allMet(verdicts))
        blocks.push({
          kind: 'note',
          tone: 'good',
          body: { ar: 'يمكنك تجديدها الآن.', en: 'You can renew it now.' },
          next: {
            label: { ar: 'جدّد الرخصة', en: 'Renew it' },
            service: 'renew-driving-licence',
            subject: licence.id,
          },
        })
    }
    for (const vehicle of await vehiclesOf(db, person, today))
      blocks.push({
        kind: 'verdicts',
        title: {
          ar: `رخصة سير ${vehicleLabel(vehicle).ar}`,
          en: `Registration of ${vehicleLabel(vehicle).en}`,
        },
        verdicts: await evaluateRules(
          registrationRules,
          {
            db,
            clock,
            today,
            applicant: person,
            actor: person,
            subject: vehicle,
            answers: undefined,
            party: () => undefined,
          },
          { viewerRole: 'applicant' },
        ),
      })
    if (blocks.length === 0)
      blocks.push({
        kind: 'status',
        code: 'NOTHING_TO_RENEW',
        tone: 'neutral',
        title: { ar: 'ليس باسمك رخصة ولا مركبة', en: 'You have no licence and no vehicle' },
      })
    return blocks
  },
})
