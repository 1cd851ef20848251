import { formatInstant } from '#kernel/format.ts'
import type { WalletCard } from '../../presented.ts'
import { Card } from './card.tsx'
import { Icon } from './icon.tsx'
import { Frame, RoundButton, Title, Waiting } from './pieces.tsx'
import { useWallet } from './wallet-context.ts'

/** Everything that is here: one's own cards, the children's, the family's, then papers. */
export function CardsScreen() {
  const { t, load, locale, go, close } = useWallet()
  const cards = load?.cards ?? []
  const isPaper = ({ look }: WalletCard) => look.kind === 'certificate'
  const own = cards.filter((card) => card.ground === 'self' && !isPaper(card))
  const children = cards.filter(({ ground }) => ground === 'guardian' || ground === 'custody')
  const family = cards.filter(({ ground }) => ground === 'consent')
  const papers = cards.filter((card) => card.ground === 'self' && isPaper(card))
  return (
    <Frame
      actions={
        <>
          <RoundButton icon="settings" label={t('settings')} onPress={() => go({ at: 'settings' })} />
          <RoundButton icon="lock" label={t('lock')} onPress={close} />
        </>
      }
    >
      <Title>{t('cardsTitle')}</Title>
      <Freshness />
      {!load && <Waiting locale={locale} />}
      {load && cards.length === 0 && <p class="wallet-none">{t('none')}</p>}
      <Cards of={own} />
      <Group title={t('childrenTitle')} of={children} />
      <Group title={t('familyTitle')} of={family} />
      {papers.length > 0 && (
        <section>
          <h2>{t('papersTitle')}</h2>
          <ul class="wallet-papers">
            {papers.map((card) => (
              <li key={card.id}>
                <button type="button" onClick={() => go({ at: 'card', id: card.id })}>
                  <Icon name="paper" />
                  <span>
                    <strong>{card.title[locale]}</strong>
                    <small>{card.issuer[locale]}</small>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Frame>
  )
}

function Group({ title, of }: { readonly title: string; readonly of: readonly WalletCard[] }) {
  if (of.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Cards of={of} />
    </section>
  )
}

function Cards({ of }: { readonly of: readonly WalletCard[] }) {
  const { load, locale, go } = useWallet()
  if (of.length === 0) return null
  return (
    <ul class="wallet-cards">
      {of.map((card) => (
        <li key={card.id}>
          <Card
            card={card}
            picture={card.picture && load?.pictures[card.picture]}
            locale={locale}
            onOpen={() => go({ at: 'card', id: card.id })}
          />
        </li>
      ))}
    </ul>
  )
}

/** When what is here was last compared with the registers, and whether it can be now. */
export function Freshness() {
  const { t, load, locale, reach, refresh } = useWallet()
  return (
    <div class="wallet-fresh" role="status">
      {reach === 'offline' && (
        <p class="wallet-offline">
          <Icon name="offline" /> {t('offline')}
        </p>
      )}
      {reach === 'unreached' && <p class="wallet-offline">{t('unreached')}</p>}
      <p>
        {load && (
          <>
            {t('refreshed')}: {formatInstant(new Date(load.now), locale)}
          </>
        )}
        <button type="button" class="wallet-link" disabled={reach === 'asking'} onClick={refresh}>
          <Icon name="refresh" />
          {t('refresh')}
        </button>
      </p>
    </div>
  )
}
