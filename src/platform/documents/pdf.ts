import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Day } from '#kernel/day.ts'
import { formatMoney } from '#kernel/format.ts'
import type { Halalas } from '#kernel/money.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import { type Portrait, portraitSvg } from '#platform/faces/portrait.ts'
import { qrSvg } from './credential/qr.ts'
import type { PrintedBlock } from './document.ts'
import { mark, rose, waves } from './ornament.ts'
import { pdfWords } from './pdf-words.ts'
import { type PrintedValue, printed } from './value-text.ts'

/** What goes on paper. Every layout says everything in Arabic, and in English beside it. */
export interface PdfAsk {
  readonly layout: 'certificate' | 'card' | 'receipt' | 'form' | 'report'
  /** The reader's language: of the file's title. */
  readonly language: Locale
  readonly title: Text
  /** Who answers for it; absent: the platform itself. */
  readonly issuer?: Text
  readonly holder?: Text
  readonly number?: string
  /** Beside the number, for a check without a camera. */
  readonly code?: string
  /** Whose face a card shows. */
  readonly portrait?: Portrait | undefined
  readonly validFrom?: Day
  readonly validUntil?: Day | undefined
  readonly facts: readonly Fact[]
  /** Of a report: what stands below the facts. */
  readonly blocks?: readonly PrintedBlock[]
  /** Of a receipt: what was paid for, and the sum. */
  readonly amounts?: {
    readonly lines: readonly { readonly title: Text; readonly amount: Halalas }[]
    readonly total: Halalas
  }
  /** Above the facts of a receipt or a form: what to do with it. */
  readonly note?: Text
  /** `content` is drawn as a QR code; `caption` says what to do with it. */
  readonly qr?: { readonly content: string; readonly caption: Text }
  /** Where it is checked without a camera: `diwan.example/verify`. */
  readonly checkAt?: string
  readonly madeAt: Date
  /** `#rrggbb`; the house's own when absent. */
  readonly colours?: { readonly from: string; readonly to: string; readonly ink: 'light' | 'dark' }
  /** The sandbox is on: says so across the page. */
  readonly demo: boolean
}

/** The house's indigo. */
const houseColours = { from: '#2d2a6e', to: '#4a4596', ink: 'light' } as const

const folder = join(import.meta.dirname, 'typst')
const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/ibm-plex-sans-arabic/package.json'),
)
const weights = ['400Regular', '500Medium', '600SemiBold', '700Bold']

let kept: NodeCompiler | undefined

/** Made on first use: loading the fonts takes longer than a page. */
function compiler(): NodeCompiler {
  kept ??= NodeCompiler.create({
    workspace: folder,
    fontArgs: [
      {
        fontBlobs: weights.map((weight) =>
          readFileSync(join(fonts, weight, `IBMPlexSansArabic_${weight}.ttf`)),
        ),
      },
    ],
  })
  return kept
}

/**
 * Sets a page as PDF, tagged for readers, with its fonts in it. What varies goes in as data (JSON in
 * `sys.inputs`), never as source, so that a name cannot be a command.
 */
export function renderPdf(ask: PdfAsk): Uint8Array {
  const typst = compiler()
  const compiled = typst.compile({
    mainFilePath: join(folder, `${ask.layout}.typ`),
    inputs: { data: JSON.stringify(dataOf(ask)) },
  })
  const document = compiled.result
  if (!document) {
    const [mistake] = compiled.takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`the layout ${ask.layout} does not compile: ${mistake?.message ?? 'no reason given'}`)
  }
  const pdf = typst.pdf(document, { creationTimestamp: Math.floor(ask.madeAt.getTime() / 1000) })
  typst.evictCache(10)
  return new Uint8Array(pdf)
}

const rowsOf = (facts: readonly Fact[]) =>
  facts.map((fact) => ({ label: fact.label, value: printed(fact.value) }))

const printedBlock = (block: PrintedBlock) => ({
  title: block.title ?? null,
  rows: block.kind === 'facts' ? rowsOf(block.facts) : [],
  table:
    block.kind === 'table'
      ? {
          columns: block.columns.map((column) => column.label),
          rows: block.rows.map((row) => block.columns.map(({ key }) => printed(row[key] ?? v.none))),
          empty: block.empty,
        }
      : null,
})

/** Everything as texts: the layouts place, they do not decide. */
function dataOf(ask: PdfAsk) {
  const colours = ask.colours ?? houseColours
  const ink = colours.ink === 'light' ? '#ffffff' : '#1c1b2e'
  const day = (on: Day | undefined): PrintedValue | null => (on ? printed(v.day(on)) : null)
  return {
    title: ask.title,
    fileTitle: ask.title[ask.language],
    issuer: ask.issuer ?? pdfWords.house,
    holder: ask.holder ?? null,
    number: ask.number ?? null,
    code: ask.code ?? null,
    face: ask.portrait ? portraitSvg(ask.portrait) : null,
    from: day(ask.validFrom),
    until: ask.validFrom ? (day(ask.validUntil) ?? { text: pdfWords.noEnd, code: false }) : null,
    rows: rowsOf(ask.facts),
    blocks: (ask.blocks ?? []).map(printedBlock),
    amounts: ask.amounts
      ? {
          lines: ask.amounts.lines.map((line) => ({
            label: line.title,
            value: printed(v.money(line.amount)),
          })),
          total: { ar: formatMoney(ask.amounts.total, 'ar'), en: formatMoney(ask.amounts.total, 'en') },
        }
      : null,
    note: ask.note ?? null,
    qr: ask.qr ? { svg: qrSvg(ask.qr.content), caption: ask.qr.caption } : null,
    checkAt: ask.checkAt ?? null,
    made: printed(v.instant(ask.madeAt)).text,
    colours: { from: colours.from, to: colours.to, ink },
    art: {
      mark: mark(colours.from, '#ffffff'),
      markOnCard: mark(ink, colours.from),
      waves: waves(colours.from, 0.5),
      wavesOnCard: waves(ink, 0.16),
      rose: rose(colours.from, 0.08),
    },
    demo: ask.demo,
    words: pdfWords,
  }
}
