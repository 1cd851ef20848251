import type { JSX } from 'preact'
import type { Locale } from '#kernel/text.ts'
import type { Question } from './question.ts'
import type { Held } from './take.ts'
import { words } from './words.ts'

/** What is of the credential itself, and not of its holder. */
const ofItself = new Set(['iss', 'vct', 'iat', 'nbf', 'exp', 'cnf', 'status'])

export function Home(props: {
  readonly locale: Locale
  readonly held: readonly Held[]
  readonly offer: string
  readonly question: string
  readonly said?: string | undefined
}): JSX.Element {
  const { locale, held, offer, question, said } = props
  return (
    <>
      {said && (
        <p class="note" role="status">
          {said}
        </p>
      )}
      <h2>{words.holds[locale]}</h2>
      {held.length === 0 && <p>{words.empty[locale]}</p>}
      {held.map((one) => (
        <section key={one.credential} class="card">
          <h3>{one.title[locale]}</h3>
          <dl class="facts">
            {Object.entries(one.claims)
              .filter(([name]) => !ofItself.has(name))
              .map(([name, value]) => (
                <Claim key={name} name={name} value={value} />
              ))}
          </dl>
        </section>
      ))}
      <h2>{words.take[locale]}</h2>
      <form method="post" action="/wallet/take">
        <p>
          <label for="offer">{words.offer[locale]}</label>
          <br />
          <textarea id="offer" name="offer" rows={3} dir="ltr" required>
            {offer}
          </textarea>
        </p>
        <p>
          <label for="code">{words.code[locale]}</label>
          <br />
          <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr" required />
        </p>
        <button type="submit">{words.add[locale]}</button>
      </form>
      <h2>{words.answer[locale]}</h2>
      <form method="get" action="/wallet/question">
        <p>
          <label for="link">{words.question[locale]}</label>
          <br />
          <textarea id="link" name="link" rows={3} dir="ltr" required>
            {question}
          </textarea>
        </p>
        <button type="submit">{words.read[locale]}</button>
      </form>
    </>
  )
}

const Claim = ({ name, value }: { readonly name: string; readonly value: unknown }) => (
  <>
    <dt>
      <bdi dir="ltr">{name}</bdi>
    </dt>
    <dd>
      <bdi>{String(value)}</bdi>
    </dd>
  </>
)

export function Asked(props: {
  readonly locale: Locale
  readonly question: Question
  readonly held: Held | undefined
}): JSX.Element {
  const { locale, question, held } = props
  return (
    <>
      <dl class="facts card">
        <dt>{words.asks[locale]}</dt>
        <dd>{question.who[locale]}</dd>
        {question.why && (
          <>
            <dt>{words.why[locale]}</dt>
            <dd>{question.why[locale]}</dd>
          </>
        )}
        {held && (
          <>
            <dt>{words.from[locale]}</dt>
            <dd>{held.title[locale]}</dd>
          </>
        )}
      </dl>
      {held ? (
        <>
          <h2>{words.shares[locale]}</h2>
          <dl class="facts card">
            {question.names.map((name) => (
              <Claim key={name} name={name} value={held.claims[name] ?? '—'} />
            ))}
          </dl>
        </>
      ) : (
        <p class="note">{words.noSuch[locale]}</p>
      )}
      <form method="post" action="/wallet/question" class="row">
        <input type="hidden" name="link" value={question.link} />
        {held && (
          <button type="submit" name="answer" value="yes">
            {words.agree[locale]}
          </button>
        )}
        <button type="submit" name="answer" value="no">
          {words.refuse[locale]}
        </button>
      </form>
    </>
  )
}
