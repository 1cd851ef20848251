import { holding } from '#platform/catalogue/holding.ts'
import { recordBlock } from '../record.ts'
import { fingerprintOf } from '../registry.ts'

export default holding('fingerprint', {
  sector: 'fingerprint',
  title: { ar: 'البصمة', en: 'Fingerprints' },
  order: 70,
  blocks: async ({ db, today }, person) => {
    const found = await fingerprintOf(db, person, today)
    return found ? [recordBlock(found)] : []
  },
})
