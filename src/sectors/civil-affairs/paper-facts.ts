import { formatDay } from '#kernel/format.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Paper } from './registry/papers.ts'

/**
 * How the card or paper stands that a digital document goes with. A lost one is dead for good; the digital document
 * stays, and says so (register LE-5).
 */
export const paperFact = ({ state, version, endedOn }: Paper): Fact =>
  state === 'lost' && endedOn
    ? {
        key: 'paper',
        label: { ar: 'النسخة الورقية', en: 'The paper' },
        value: v.text({
          ar: `النسخة ${version} مفقودة، أُبلغ عنها في ${formatDay(endedOn, 'ar')}`,
          en: `Version ${version} is lost, reported on ${formatDay(endedOn, 'en')}`,
        }),
      }
    : { key: 'version', label: { ar: 'رقم النسخة', en: 'Version' }, value: v.number(version) }
