import { holding } from '#platform/catalogue/holding.ts'
import { policyFacts } from '../policy-facts.ts'
import { policyOn } from '../registry/policies.ts'

export default holding('health-insurance', {
  sector: 'health',
  title: { ar: 'تأمينك الصحي', en: 'Your health insurance' },
  order: 80,
  blocks: async ({ db, today }, person) => {
    const policy = await policyOn(db, person, today)
    return policy ? [{ kind: 'facts', facts: policyFacts(policy) }] : []
  },
})
