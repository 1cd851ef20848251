import type { ComponentChildren } from 'preact'
import { plural } from '#kernel/format.ts'
import { secondsLeft } from '../../words.ts'
import { Icon } from './icon.tsx'
import { useKiosk } from './kiosk-context.ts'
import { Go } from './pieces.tsx'
import { placeLine } from './service-screens.tsx'
import { asking, silence } from './silence.ts'

/** Around every screen: whose device it is, the language, the way out, and how long is left. */
export function Frame({
  left,
  onLanguage,
  children,
}: {
  /** Seconds; nothing while nobody has begun. */
  readonly left: number | undefined
  onLanguage(): void
  readonly children: ComponentChildren
}) {
  const { t, place, locale, end, start } = useKiosk()
  return (
    <div class="kiosk-frame">
      <header>
        <p class="kiosk-name">
          <strong>{t('name')}</strong>
          {place && <span>{placeLine(place, locale)}</span>}
        </p>
        {left !== undefined && (
          <div class="kiosk-ways">
            <button type="button" lang={locale === 'ar' ? 'en' : 'ar'} onClick={onLanguage}>
              {t('other')}
            </button>
            <button type="button" onClick={end}>
              {t('end')}
            </button>
          </div>
        )}
      </header>
      {start.played && (
        <aside class="kiosk-demo" aria-label={t('demoLabel')}>
          {t('demo')}
        </aside>
      )}
      <main>{children}</main>
      {left !== undefined && <Countdown left={left} />}
    </div>
  )
}

function Countdown({ left }: { readonly left: number }) {
  const { t, locale, end } = useKiosk()
  const words = plural(locale, left, secondsLeft[locale])
  return (
    <footer>
      <p>{words}</p>
      <progress max={silence} value={left} aria-label={words} />
      {left <= asking && (
        <div
          class="kiosk-still"
          role="alertdialog"
          aria-modal="true"
          aria-labelledby="still"
          aria-describedby="still-left"
        >
          <p id="still" class="kiosk-still-title">
            <Icon name="warning" />
            {t('still')}
          </p>
          <p id="still-left">{words}</p>
          {/* Any touch begins the minute anew; this is one that is sure to do nothing else. */}
          <Go onPress={() => undefined}>{t('here')}</Go>
          <Go look="quiet" onPress={end}>
            {t('end')}
          </Go>
        </div>
      )}
    </footer>
  )
}
