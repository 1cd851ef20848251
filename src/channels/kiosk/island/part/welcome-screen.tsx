import { type Locale, locales } from '#kernel/text.ts'
import { words } from '../../words.ts'
import { Title } from './pieces.tsx'

const own = { ar: 'العربية', en: 'English' } as const satisfies Record<Locale, string>

/** What a device shows while nobody uses it: both languages, since it is not known who comes. */
export const WelcomeScreen = ({ begin }: { begin(locale: Locale): void }) => (
  <div class="kiosk-welcome">
    <Title>
      {words.welcome.ar} <span lang="en">{words.welcome.en}</span>
    </Title>
    {locales.map((locale) => (
      <div key={locale} lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
        <p>{words.welcomeLead[locale]}</p>
        <button type="button" class="kiosk-go kiosk-go-main" onClick={() => begin(locale)}>
          {own[locale]}
        </button>
      </div>
    ))}
  </div>
)
