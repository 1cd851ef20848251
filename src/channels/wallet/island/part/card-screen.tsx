import { ValueView } from '#channels/face/value-view.tsx'
import { formatInstant } from '#kernel/format.ts'
import { Card, stateOf } from './card.tsx'
import { Frame, Go, Title } from './pieces.tsx'
import { useWallet } from './wallet-context.ts'

/** One document: as a card, its code, and all that it says. */
export function CardScreen({ id }: { readonly id: string }) {
  const { t, say, load, locale, go, back } = useWallet()
  const card = load?.cards.find((one) => one.id === id)
  if (!card) return <Frame onBack={back}>{null}</Frame>
  const state = stateOf(card, new Date())
  return (
    <Frame onBack={back}>
      <Title>{say(card.title)}</Title>
      <Card card={card} picture={card.picture && load?.pictures[card.picture]} locale={locale} />
      {state === 'valid' && card.codes.length > 0 && (
        <Go icon="code" onPress={() => go({ at: 'code', id })}>
          {t('show')}
        </Go>
      )}
      {state === 'suspended' && card.because && <p class="wallet-note">{say(card.because)}</p>}
      {state === 'stale' && <p class="wallet-note">{t('staleWhy')}</p>}
      {card.ground === 'consent' && <p class="wallet-note">{t('lookOnly')}</p>}
      <section>
        <h2>{t('facts')}</h2>
        <dl class="wallet-facts">
          <div>
            <dt>{t('holder')}</dt>
            <dd>
              <bdi>{say(card.holder)}</bdi>
            </dd>
          </div>
          <div>
            <dt>{t('number')}</dt>
            <dd>
              <bdi dir="ltr">{card.number}</bdi>
            </dd>
          </div>
          {card.facts.map((fact) => (
            <div key={fact.key}>
              <dt>{say(fact.label)}</dt>
              <dd>
                <ValueView value={fact.value} locale={locale} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <p class="muted">
        {say(card.issuer)}
        <br />
        {t('copyUntil')} {formatInstant(new Date(card.ends), locale)}
      </p>
    </Frame>
  )
}
