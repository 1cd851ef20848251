import { useEffect, useState } from 'preact/hooks'
import { LogoMark } from '#channels/face/logo.tsx'
import { formatInstant } from '#kernel/format.ts'
import type { Refused, Visitor } from '../../presented.ts'
import { type Drawn, Icon } from './icon.tsx'
import { erase, keepPhone } from './keep.ts'
import { askForChallenge, enrol, newPhone } from './phone.ts'
import { Frame, Go, GoLink, LanguageButton, Title, Trouble } from './pieces.tsx'
import { ask, noAnswer } from './server.ts'
import { useWallet } from './wallet-context.ts'

/** Before anything is here: what the wallet is, and who is signed in to fill it. */
export function WelcomeScreen({ speak }: { speak(): void }) {
  const { t } = useWallet()
  const [visitor, setVisitor] = useState<Visitor>()
  const [refused, setRefused] = useState<Refused>()
  const look = async () => {
    setRefused(undefined)
    const answer = await ask<Visitor>('visitor')
    if (answer.ok) setVisitor(answer.value)
    else setRefused(answer.error)
  }
  useEffect(() => {
    void look()
  }, [])
  const point = (icon: Drawn, words: string) => (
    <li>
      <Icon name={icon} />
      <span>{words}</span>
    </li>
  )
  return (
    <Frame actions={<LanguageButton speak={speak} />}>
      <div class="wallet-hero" aria-hidden="true">
        <span class="wallet-hero-card" />
        <span class="wallet-hero-card">
          <LogoMark />
          <i />
          <b />
          <b />
        </span>
      </div>
      <Title>{t('welcomeTitle')}</Title>
      <ul class="wallet-points">
        {point('offline', t('welcomeOffline'))}
        {point('code', t('welcomeLive'))}
        {point('phone', t('welcomeOne'))}
      </ul>
      <div class="wallet-foot">
        {refused && <Refusal because={refused} again={look} />}
        {visitor && !refused && <Offer visitor={visitor} refuse={setRefused} />}
      </div>
    </Frame>
  )
}

function Offer({ visitor, refuse }: { readonly visitor: Visitor; refuse(because: Refused): void }) {
  const { t, say, locale, shelf, enrolled } = useWallet()
  const [busy, setBusy] = useState(false)
  if (visitor.kind === 'nobody')
    return <GoLink href={`/sign-in?next=${encodeURIComponent('/wallet/')}`}>{t('signIn')}</GoLink>
  if (visitor.kind === 'refused') return <Refusal because={visitor.because} />
  const { csrf, confirmed, elsewhere } = visitor

  async function begin(): Promise<void> {
    setBusy(true)
    if (!confirmed) {
      const asked = await askForChallenge(csrf)
      if (!asked.ok && asked.error.next) return location.assign(asked.error.next.page)
      if (!asked.ok) return refuse(asked.error)
    }
    const made = await newPhone()
    // Kept first: if the answer is lost on the way, the phone knows its key all the same.
    await keepPhone(made, shelf)
    const done = await enrol(made, { csrf, replaces: elsewhere?.id })
    setBusy(false)
    if (done.ok) return enrolled(made)
    if (done.error.code !== noAnswer) await erase(shelf)
    refuse(done.error)
  }
  return (
    <>
      <p>
        {t('hello')} <bdi>{say(visitor.name)}</bdi>. {confirmed ? t('confirmedNow') : t('confirmFirst')}
      </p>
      {elsewhere && (
        <div class="wallet-note">
          <strong>{t('elsewhere')}</strong>
          <p>
            <bdi>{elsewhere.name}</bdi>، {t('elsewhereSince')}{' '}
            {formatInstant(new Date(elsewhere.since), locale)}
          </p>
          <p>{t('elsewhereStops')}</p>
        </div>
      )}
      <Go busy={busy} onPress={begin}>
        {elsewhere ? t('move') : t('get')}
      </Go>
    </>
  )
}

function Refusal({ because, again }: { readonly because: Refused; again?(): void }) {
  const { t, say } = useWallet()
  const { code, title, detail, next } = because
  return (
    <>
      <Trouble>
        <strong>{say(title)}</strong>
        {detail && <p>{say(detail)}</p>}
        {code === noAnswer && <p>{t('onlineOnce')}</p>}
      </Trouble>
      {next && <GoLink href={next.page}>{say(next.label)}</GoLink>}
      {again && (
        <Go look="quiet" onPress={again}>
          {t('again')}
        </Go>
      )}
    </>
  )
}
