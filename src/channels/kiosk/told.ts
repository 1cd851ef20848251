import type { Text } from '#kernel/text.ts'
import type { Block, Fact } from '#platform/catalogue/block.ts'
import { showValue } from '#platform/catalogue/show.ts'
import type { Told } from './presented.ts'

/** An inquiry's answer as a device shows it: a few large lines. What leads to other pages is left out. */
export function toldOf(blocks: readonly Block[]): Told {
  return {
    said: blocks.flatMap((block) => {
      if (block.kind === 'status')
        return [{ tone: block.tone, title: block.title, ...(block.body ? { body: block.body } : {}) }]
      return block.kind === 'note' ? [{ tone: block.tone, title: block.body }] : []
    }),
    facts: blocks.flatMap((block) =>
      block.kind === 'facts' ? block.facts.map((fact) => ({ label: fact.label, value: shown(fact) })) : [],
    ),
  }
}

const shown = ({ value }: Fact): Text => ({ ar: showValue(value, 'ar'), en: showValue(value, 'en') })
