import type { ComponentChildren } from 'preact'
import { asset, withPieces } from '#channels/face/assets.ts'
import { paths } from '#channels/face/paths.ts'
import type { Locale } from '#kernel/text.ts'
import { appWords as words } from './app-words.ts'

export const appPaths = {
  page: paths.verify,
  words: '/verify/words.json',
  lists: '/verify/lists.json',
  manifest: '/verify/app.webmanifest',
  decoder: '/verify/decoder.js',
  keeper: '/verify/keeper.js',
} as const

const fonts = ['arabic', 'latin'].flatMap((writing) =>
  [400, 600].map((weight) => `ibm-plex-sans-arabic-${writing}-${weight}-normal.woff2`),
)

/** Everything that the page loads: with it, it starts without a connection. */
export const appFiles = (): readonly string[] => [
  ...['face.css', 'verifier.css', 'icon.svg', 'icon-180.png', 'icon-192.png', ...fonts].map(asset),
  ...new Set(['face.js', 'verifier.js'].flatMap(withPieces)),
  asset('zxing_reader.wasm'),
  appPaths.decoder,
  ...(['ar', 'en'] as const).map(manifestAddress),
]

const manifestAddress = (locale: Locale) => `${appPaths.manifest}?lang=${locale}`

/** How the page presents itself to who keeps it as an app (W3C Web Application Manifest). */
export const manifestOf = (locale: Locale) => ({
  id: appPaths.page,
  name: words.appName[locale],
  short_name: words.shortName[locale],
  description: words.appDescription[locale],
  lang: locale,
  dir: locale === 'ar' ? 'rtl' : 'ltr',
  start_url: `${appPaths.page}?lang=${locale}`,
  scope: appPaths.page,
  display: 'standalone',
  background_color: '#fdfcf9',
  theme_color: '#3b3a8c',
  icons: [
    { src: asset('icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: asset('icon-512.png'), sizes: '512x512', type: 'image/png' },
    { src: asset('icon-maskable.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: asset('icon.svg'), sizes: 'any', type: 'image/svg+xml' },
  ],
})

export const AppHead = ({ locale }: { readonly locale: Locale }) => (
  <>
    <link rel="manifest" href={manifestAddress(locale)} />
    <link rel="apple-touch-icon" href={asset('icon-180.png')} />
    <meta name="theme-color" content="#3b3a8c" />
    <link rel="stylesheet" href={asset('verifier.css')} />
    <script type="module" src={asset('verifier.js')} />
  </>
)

/** The place that the script takes; what stands in it is for who has none. */
export const AppPlace = ({ children }: { readonly children: ComponentChildren }) => (
  <div id="verifier" data-decoder={appPaths.decoder} data-wasm={asset('zxing_reader.wasm')}>
    {children}
  </div>
)
