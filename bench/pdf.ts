/**
 * A page of PDF, warm, beside the least page that the same compiler can set (one Arabic word). Run:
 * `npx tsx bench/pdf.ts`. The difference is our layout; the floor is the compiler and the font.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { day } from '#kernel/day.ts'
import { v } from '#platform/catalogue/value.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { type PdfAsk, renderPdf } from '#platform/documents/pdf.ts'
import { inTurns, report } from './turns.ts'

const font = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf',
)
const bare = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }] })
const label = { ar: 'فئة الرخصة', en: 'Licence class' }
let serial = 0

/** A different paper each time, so that nothing is kept from the last one but the font. */
const ask = (layout: PdfAsk['layout']): PdfAsk => ({
  layout,
  language: 'ar',
  title: { ar: 'رخصة قيادة', en: 'Driving licence' },
  issuer: { ar: 'الإدارة العامة للمرور', en: 'General Department of Traffic' },
  holder: { ar: `نورة بنت سعد آل مثال ${serial}`, en: `Noura Saad Al Mithal ${serial}` },
  number: `DL-${serial++}`,
  code: '7K4MXP',
  validFrom: day('2026-11-23'),
  validUntil: day('2031-11-22'),
  facts: Array.from({ length: 6 }, (_, n) => ({ key: `f${n}`, label, value: v.plain(`${serial}-${n}`) })),
  qr: { content: codeAddress('https://services.example.org', randomBytes(330)), caption: label },
  checkAt: 'services.example.org/verify',
  madeAt: new Date('2026-11-23T08:00:00Z'),
  demo: false,
})

const times = await inTurns(
  {
    'one Arabic word': () => {
      bare.pdf({ mainFileContent: `#set text(font: "IBM Plex Sans Arabic", lang: "ar")\nرخصة ${serial++}` })
      bare.evictCache(10)
    },
    certificate: () => void renderPdf(ask('certificate')),
    card: () => void renderPdf(ask('card')),
    receipt: () => void renderPdf(ask('receipt')),
    form: () => void renderPdf(ask('form')),
  },
  { rounds: 30, perRound: 1 },
)
report(times, 'one Arabic word', ['certificate', 'card', 'receipt', 'form'])
