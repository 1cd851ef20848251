import type { Locale, Text } from '#kernel/text.ts'
import { words } from '../../words.ts'
import { Frame, Go, Title, Waiting } from './pieces.tsx'
import { useWallet } from './wallet-context.ts'

export const StartingScreen = ({ locale }: { readonly locale: Locale }) => (
  <main class="wallet-edge">
    <Waiting locale={locale} />
  </main>
)

/** A browser that keeps nothing, or a page that came over an open line. */
export const UnsupportedScreen = ({ locale }: { readonly locale: Locale }) => (
  <main class="wallet-edge">
    <h1>{words.appName[locale]}</h1>
    <p>{words.unsupported[locale]}</p>
  </main>
)

/** Nothing is here any more, and why. */
export function ErasedScreen({ title, why }: { readonly title: Text; readonly why: Text | undefined }) {
  const { t, say, startAgain } = useWallet()
  return (
    <Frame kind="centred">
      <Title>{say(title)}</Title>
      {why && <p class="lead">{say(why)}</p>}
      <Go onPress={startAgain}>{t('start')}</Go>
    </Frame>
  )
}
