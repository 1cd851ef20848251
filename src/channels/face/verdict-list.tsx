import { plural } from '#kernel/format.ts'
import type { Locale } from '#kernel/text.ts'
import type { Verdict } from '#platform/catalogue/block.ts'
import { GoLink } from './go-link.tsx'
import { icon } from './icon.tsx'
import { messagesFor } from './messages.ts'
import { Notice } from './notice.tsx'
import { ValueView } from './value-view.tsx'

const looks = {
  met: ['good', 'check'],
  unmet: ['bad', 'x'],
  hidden: ['quiet', 'eye-off'],
} as const

interface VerdictListProps {
  readonly verdicts: readonly Verdict[]
  readonly locale: Locale
  /** One line on top that sums them up. */
  readonly summary?: boolean
}

/** Each condition with how it came out, the facts looked at and, where it is not met, why and what to do. */
export function VerdictList({ verdicts, locale, summary }: VerdictListProps) {
  const m = messagesFor(locale).verdicts
  const unmet = verdicts.filter((verdict) => verdict.outcome === 'unmet').length
  return (
    <div class="stack stack-tight">
      {summary && (
        <Notice tone={unmet ? 'bad' : 'good'} title={unmet ? plural(locale, unmet, m.some) : m.all} />
      )}
      <ul class="verdicts">
        {verdicts.map((verdict) => (
          <OneVerdict key={verdict.rule} verdict={verdict} locale={locale} />
        ))}
      </ul>
    </div>
  )
}

function OneVerdict({ verdict, locale }: { readonly verdict: Verdict; readonly locale: Locale }) {
  const m = messagesFor(locale).verdicts
  const [tone, mark] = looks[verdict.outcome]
  const facts = verdict.facts.filter((fact) => fact.value.kind !== 'none')
  return (
    <li class={`verdict tone-${tone}`}>
      <span class="verdict-mark">{icon(mark)}</span>
      <div class="min-w-0 flex-1">
        <p class="font-semibold">
          {verdict.title[locale]}
          <span class="sr-only">: {m[verdict.outcome]}</span>
        </p>
        {verdict.outcome === 'hidden' && <p class="verdict-facts">{m.hiddenWhy}</p>}
        {verdict.reason && <p>{verdict.reason[locale]}</p>}
        {facts.length > 0 && (
          <ul class="verdict-facts" aria-label={m.based}>
            {facts.map((fact) => (
              <li key={fact.key}>
                {fact.label[locale]}: <ValueView value={fact.value} locale={locale} />
              </li>
            ))}
          </ul>
        )}
        {verdict.remedy && <GoLink next={verdict.remedy} locale={locale} />}
      </div>
    </li>
  )
}
