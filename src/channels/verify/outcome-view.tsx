import { LinkButton } from '#channels/face/button.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { Notice } from '#channels/face/notice.tsx'
import { paths } from '#channels/face/paths.ts'
import type { Locale } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Outcome, Shown } from '#platform/documents/verify.ts'
import { flawWords } from './flaw-words.ts'
import { answers, verifyWords as words } from './words.ts'

interface OutcomeViewProps {
  readonly outcome: Outcome
  readonly at: Date
  readonly locale: Locale
}

/** The answer: one line, what to do, and what to compare. */
export function OutcomeView({ outcome, at, locale }: OutcomeViewProps) {
  const { tone, title, body } = answers[outcome.state]
  return (
    <div class="narrow stack">
      <h1 class="sr-only">{words.title[locale]}</h1>
      <Notice tone={tone} title={title[locale]} announce banner>
        <p>{'because' in outcome ? flawWords[outcome.because][locale] : body[locale]}</p>
        {'live' in outcome && <p>{words.live[locale]}</p>}
      </Notice>
      {'shown' in outcome && (
        <div class="sheet">
          <Facts facts={factsOf(outcome.shown, at)} locale={locale} />
        </div>
      )}
      <p>
        <LinkButton href={paths.verify} look="quiet" icon="scan-line">
          {words.again[locale]}
        </LinkButton>
      </p>
    </div>
  )
}

const factsOf = (shown: Shown, at: Date): readonly Fact[] => [
  { key: 'document', label: words.document, value: v.text(shown.title) },
  ...(shown.answers ?? []).map(({ label, value }, at) => ({
    key: `answer${at}`,
    label,
    value: v.text(value),
  })),
  ...(shown.holder ? [{ key: 'holder', label: words.holder, value: v.text(shown.holder) }] : []),
  ...(shown.numberTail
    ? [{ key: 'numberTail', label: words.numberTail, value: v.code(shown.numberTail) }]
    : []),
  { key: 'validFrom', label: words.from, value: v.day(shown.validFrom) },
  {
    key: 'validUntil',
    label: words.until,
    value: shown.validUntil ? v.day(shown.validUntil) : v.text(words.noEnd),
  },
  { key: 'issuer', label: words.issuer, value: v.text(shown.issuer) },
  { key: 'checkedAt', label: words.checkedAt, value: v.instant(at) },
]
