/**
 * A page of PDF, warm, beside the least page that the same compiler can set (one Arabic word). Run:
 * `npx tsx bench/pdf.ts`. The difference is our layout; the floor is the compiler and the font.
 */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { day } from '#kernel/day.ts'
import { v } from '#platform/catalogue/value.ts'
import { codeAddress } from '#platform/documents/credential/qr.ts'
import { openIssuerFile } from '#platform/documents/keys/ring.ts'
import { type PdfAsk, renderPdf } from '#platform/documents/pdf.ts'
import { issuerCertificate } from '#platform/documents/pdf-signature/issuer-certificate.ts'
import { type PdfSignature, signPdf } from '#platform/documents/pdf-signature/sign-pdf.ts'
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

const folder = await mkdtemp(join(tmpdir(), 'bench-pdf-'))
const { certificate, sign } = issuerCertificate(await openIssuerFile(folder))
const signature = async (): Promise<PdfSignature> => ({
  certificate: await certificate,
  sign,
  at: new Date('2026-11-23T08:00:00Z'),
  name: 'Diwan',
  reason: 'Driving licence',
  attachment: { name: 'document.json', mediaType: 'application/json', content: 'x'.repeat(2000) },
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
    'certificate, signed': async () => void (await signPdf(renderPdf(ask('certificate')), await signature())),
  },
  { rounds: 30, perRound: 1 },
)
const pages = ['certificate', 'card', 'receipt', 'form', 'certificate, signed'] as const
report(times, 'one Arabic word', pages)
const slow = pages.filter((page) => (times[page] ?? 0) >= 30)
console.log(slow.length ? `  BROKEN: ${slow.join(', ')} took 30 ms or more` : '  kept: each in under 30 ms')
if (slow.length) process.exitCode = 1
await rm(folder, { recursive: true })
