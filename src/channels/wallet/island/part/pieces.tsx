import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { LogoMark } from '#channels/face/logo.tsx'
import { words } from '../../words.ts'
import { type Drawn, Icon } from './icon.tsx'
import { useWallet } from './wallet-context.ts'

/** The heading of a screen; what is new is read out, since the focus moves to it. */
export function Title({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

interface FrameProps {
  /** Where the way back leads; without one, the mark stands there. */
  readonly onBack?: () => void
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
  readonly kind?: 'plain' | 'centred'
}

/** What stands around every screen but the code's. */
export function Frame({ onBack, actions, children, kind = 'plain' }: FrameProps) {
  const { t, start } = useWallet()
  return (
    <div class="wallet-frame">
      {start.demo && (
        <aside class="wallet-demo" aria-label={t('demoLabel')}>
          {t('demo')}
        </aside>
      )}
      <header class="wallet-bar">
        {onBack ? (
          <RoundButton icon="back" label={t('back')} onPress={onBack} />
        ) : (
          <span class="wallet-brand">
            <LogoMark />
            <strong>{t('appName')}</strong>
          </span>
        )}
        <div class="wallet-actions">{actions}</div>
      </header>
      <main class={`wallet-main wallet-${kind}`}>{children}</main>
    </div>
  )
}

export function LanguageButton({ speak }: { speak(): void }) {
  const { t, locale } = useWallet()
  return (
    <button type="button" class="wallet-language" lang={locale === 'ar' ? 'en' : 'ar'} onClick={speak}>
      {t('other')}
    </button>
  )
}

export const RoundButton = ({
  icon,
  label,
  onPress,
}: {
  readonly icon: Drawn
  readonly label: string
  onPress(): void
}) => (
  <button type="button" class="wallet-round" aria-label={label} title={label} onClick={onPress}>
    <Icon name={icon} />
  </button>
)

interface GoProps {
  onPress?(): void
  readonly look?: 'main' | 'quiet' | 'danger'
  readonly icon?: Drawn
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly submit?: boolean
  readonly children: ComponentChildren
}

/** The large button of a screen. */
export const Go = ({ onPress, look = 'main', icon, busy = false, disabled, submit, children }: GoProps) => (
  <button
    type={submit ? 'submit' : 'button'}
    class={`wallet-go wallet-go-${look}`}
    onClick={onPress}
    disabled={disabled || busy}
    aria-busy={busy}
  >
    {icon && <Icon name={icon} />}
    {children}
  </button>
)

/** The same, leading to a page of the portal. */
export const GoLink = ({
  href,
  look = 'main',
  children,
}: {
  readonly href: string
  readonly look?: 'main' | 'quiet'
  readonly children: ComponentChildren
}) => (
  <a class={`wallet-go wallet-go-${look}`} href={href}>
    {children}
  </a>
)

/** Why something did not go on, read out as it appears. */
export const Trouble = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="wallet-trouble" role="alert">
    {children}
  </div>
)

/** A number: read from the left in both languages. */
export const Ltr = ({ children }: { readonly children: ComponentChildren }) => <bdi dir="ltr">{children}</bdi>

/** A line of both languages, before it is known which one is read. */
export const Waiting = ({ locale }: { readonly locale: 'ar' | 'en' }) => (
  <p class="wallet-wait" role="status">
    {words.wait[locale]}
  </p>
)
