import type { ComponentChildren } from 'preact'
import type { Locale } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { ValueView } from './value-view.tsx'

interface FactsProps {
  readonly facts: readonly Fact[]
  readonly locale: Locale
  /** What stands at the end of a row, such as "Change". */
  readonly action?: (fact: Fact) => ComponentChildren
}

/** Facts with their names, one a row: an answer, or what is to be checked before sending. */
export function Facts({ facts, locale, action }: FactsProps) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label[locale]}</dt>
          <dd>
            <ValueView value={fact.value} locale={locale} />
          </dd>
          {action && <dd class="fact-change">{action(fact)}</dd>}
        </div>
      ))}
    </dl>
  )
}
