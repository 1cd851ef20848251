import { dayOf } from '#kernel/day.ts'
import { formatDay } from '#kernel/format.ts'
import { appWords as words } from '../../app-words.ts'
import { toldWords } from '../../told-words.ts'
import { answers } from '../../words.ts'
import type { NumberAnswer } from './ask-number.ts'
import { Icon } from './icon.tsx'
import { momentOf } from './moment.ts'
import { useSession, useWords } from './session.ts'
import { VerdictBand } from './verdict-band.tsx'

const icons = { good: 'good', bad: 'bad', warning: 'warning', neutral: 'warning' } as const

/** What the server says of a number: the same words as on its own page. */
export function NumberView({ answer }: { readonly answer: NumberAnswer }) {
  const { go, locale } = useSession()
  const say = useWords()
  const { tone, title, body } = answers[answer.state]
  const at = new Date(answer.checkedAt)
  const { document } = answer
  const facts: [string, string | undefined][] = document
    ? [
        [say(toldWords.document), say(document.title)],
        [say(toldWords.holder), document.holder && say(document.holder)],
        [say(toldWords.numberTail), document.numberTail],
        [
          say(toldWords.until),
          document.validUntil ? formatDay(document.validUntil, locale) : say(toldWords.noEnd),
        ],
        [say(toldWords.issuer), say(document.issuer)],
      ]
    : []
  return (
    <div class="narrow stack">
      <article class="verifier-result" data-state={answer.state} data-tone={tone}>
        <VerdictBand tone={tone} icon={icons[tone]} title={say(title)}>
          <p>{say(body)}</p>
        </VerdictBand>
        <div class="verifier-told">
          <dl class="facts min-w-0 flex-1">
            {facts.map(
              ([label, value]) =>
                value && (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      <bdi>{value}</bdi>
                    </dd>
                  </div>
                ),
            )}
          </dl>
        </div>
      </article>
      <p class="muted">
        {say(words.checkedAt)}: <bdi dir="ltr">{momentOf(at, at, locale)}</bdi> ·{' '}
        {formatDay(dayOf(at), locale)}
      </p>
      <p>
        <button type="button" class="btn btn-primary" onClick={() => go({ at: 'home' })}>
          <Icon name="scan" />
          {say(words.next)}
        </button>
      </p>
    </div>
  )
}
