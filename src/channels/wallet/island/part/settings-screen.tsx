import { formatInstant } from '#kernel/format.ts'
import { Freshness } from './cards-screen.tsx'
import { Frame, GoLink, LanguageButton, Title } from './pieces.tsx'
import { RemoveButton } from './remove-button.tsx'
import { useWallet } from './wallet-context.ts'

/** What this phone is, what opens the wallet, who checked, and the way out. */
export function SettingsScreen({ speak }: { speak(): void }) {
  const { t, say, load, locale, lock, back, go } = useWallet()
  return (
    <Frame onBack={back} actions={<LanguageButton speak={speak} />}>
      <Title>{t('settings')}</Title>
      <section>
        <h2>{t('thisPhone')}</h2>
        <dl class="wallet-facts">
          {load && (
            <>
              <div>
                <dt>{t('ownerIs')}</dt>
                <dd>
                  <bdi>{say(load.holder)}</bdi>
                </dd>
              </div>
              <div>
                <dt>{t('sinceWhen')}</dt>
                <dd>
                  {formatInstant(new Date(load.since), locale)} · <bdi>{load.name}</bdi>
                </dd>
              </div>
            </>
          )}
          <div>
            <dt>{t('opensBy')}</dt>
            <dd>
              {t(lock?.kind === 'passkey' ? 'byPasskey' : 'pin')}{' '}
              <button type="button" class="wallet-link" onClick={() => go({ at: 'change-lock' })}>
                {t('change')}
              </button>
            </dd>
          </div>
        </dl>
        <Freshness />
      </section>
      <Checks />
      <section class="wallet-stack">
        <GoLink look="quiet" href="/account">
          {t('account')}
        </GoLink>
        <RemoveButton words={t('remove')} />
      </section>
    </Frame>
  )
}

function Checks() {
  const { t, say, load, locale } = useWallet()
  const checks = load?.checks ?? []
  const viewTitle = (document: string, view: string) =>
    load?.cards
      .flatMap((card) => (card.title.en === document ? card.codes : []))
      .find((code) => code.view === view)?.title
  return (
    <section>
      <h2>{t('checksTitle')}</h2>
      {checks.length === 0 && <p class="muted">{t('checksNone')}</p>}
      <ul class="wallet-checks">
        {checks.map(({ id, at, title, view, saidBy }) => {
          const narrow = viewTitle(title.en, view)
          return (
            <li key={id}>
              <strong>
                {say(title)}
                {narrow && `: ${say(narrow)}`}
              </strong>
              <span>{formatInstant(new Date(at), locale)}</span>
              <small>{saidBy ? t('checkBy', { name: saidBy }) : t('checkUnnamed')}</small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
