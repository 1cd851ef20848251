import { render } from 'preact'
import type { Locale } from '#kernel/text.ts'
import { canCheck } from '#platform/documents/credential/subtle.ts'
import type { Purpose } from '../purpose.ts'
import { App } from './part/app.tsx'
import { startDecoder } from './part/decoder.ts'
import { keepLanguage, keepPage, wearTheme } from './part/kept-page.ts'
import { openReader } from './part/reader.ts'

wearTheme()
const place = document.getElementById('verifier')
// The server writes one of the languages that there are.
const locale = document.documentElement.lang as Locale
// A page that came without TLS gets neither a camera nor cryptography: the forms stay.
if (place && window.isSecureContext) void start(place)

async function start(root: HTMLElement): Promise<void> {
  const { decoder = '', wasm = '' } = root.dataset
  const [reader, able] = await Promise.all([openReader(), canCheck()])
  // Only the choice on the page writes it.
  const asked = ((await reader.store.get('purpose')) ?? 'genuine') as Purpose
  root.replaceChildren()
  render(
    <App locale={locale} reader={reader} decoder={startDecoder(decoder, wasm)} able={able} asked={asked} />,
    root,
  )
  void keepLanguage(locale)
  void keepPage()
}
