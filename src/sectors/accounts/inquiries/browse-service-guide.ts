import { formatMoney } from '#kernel/format.ts'
import { type Locale, locales, type Text } from '#kernel/text.ts'
import type { Block } from '#platform/catalogue/block.ts'
import {
  type Audience,
  type CatalogueReading,
  type Definition,
  inquiry,
} from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { form } from '#platform/forms/field.ts'
import { choice, text } from '#platform/forms/fields/index.ts'

const audiences = {
  anonymous: { ar: 'الجميع', en: 'Anyone' },
  citizen: { ar: 'المواطنون', en: 'Citizens' },
  resident: { ar: 'المقيمون', en: 'Residents' },
  visitor: { ar: 'الزوار', en: 'Visitors' },
  'gcc-citizen': { ar: 'مواطنو دول الخليج', en: 'GCC citizens' },
  employer: { ar: 'أصحاب العمل', en: 'Employers' },
  establishment: { ar: 'المنشآت', en: 'Establishments' },
} as const satisfies Readonly<Record<Audience, Text>>
// The keys are those of the record above.
const audienceNames = Object.keys(audiences) as readonly Audience[]

export default inquiry('browse-service-guide', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'دليل الخدمات الإلكترونية', en: 'Guide to the e-services' },
  summary: {
    ar: 'كل ما يمكن إنجازه هنا: لمن هو، وكم يكلّف، وكم يستغرق.',
    en: 'Everything that can be done here: for whom, what it costs and how long it takes.',
  },
  words: ['الاستشارات الإلكترونية', 'الاستعلامات', 'الخدمات', 'دليل', 'services', 'catalogue'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'public',
  form: form(
    {
      words: text({
        label: { ar: 'ماذا تبحث عنه؟', en: 'What are you looking for?' },
        max: 100,
        optional: true,
      }),
      sector: choice({ label: { ar: 'القطاع', en: 'Sector' }, options: 'subject', optional: true }),
      audience: choice({
        label: { ar: 'لمن', en: 'For whom' },
        options: audienceNames.map((value) => ({ value, label: audiences[value] })),
        optional: true,
      }),
    },
    [
      {
        slug: 'search',
        title: { ar: 'البحث', en: 'Search' },
        fields: ['words', 'sector', 'audience'],
      },
    ],
  ),
  options: async ({ catalogue }) =>
    catalogue.sectors.map(({ name, title }) => ({ value: name, label: title })),
  answer: async ({ answers: { words = '', sector, audience }, catalogue }) => {
    const found = catalogue.search(words, { ...(sector && { sector }), ...(audience && { audience }) })
    return [guide(found, catalogue)]
  },
})

function guide(found: readonly Definition[], catalogue: CatalogueReading): Block {
  const sectors = new Map(catalogue.sectors.map((one) => [one.name, one.title]))
  return {
    kind: 'table',
    columns: [
      { key: 'title', label: { ar: 'الخدمة', en: 'Service' } },
      { key: 'sector', label: { ar: 'القطاع', en: 'Sector' } },
      { key: 'audience', label: { ar: 'لمن', en: 'For whom' } },
      { key: 'signIn', label: { ar: 'يلزم تسجيل الدخول', en: 'Sign-in needed' } },
      { key: 'fee', label: { ar: 'الرسوم', en: 'Fee' } },
      { key: 'time', label: { ar: 'المدة', en: 'Time' } },
    ],
    rows: found.map((one) => ({
      title: v.text(one.title),
      sector: v.text(sectors.get(one.sector) ?? { ar: one.sector, en: one.sector }),
      audience: v.text(list(one.audience.map((name) => audiences[name]))),
      signIn: v.yesNo(needsSignIn(one)),
      fee: v.text(feeOf(one, catalogue)),
      time: v.text(one.time),
    })),
    next: found.map((one) => ({ label: { ar: 'افتح', en: 'Open' }, service: one.slug })),
    empty: {
      ar: 'لا خدمة بهذه المواصفات. جرّب كلمة أخرى أو قطاعًا آخر.',
      en: 'No service fits. Try another word or another sector.',
    },
  }
}

/** Said of every entry (R-ACC-07). */
function needsSignIn(it: Definition): boolean {
  if (it.kind === 'service') return true
  return it.kind === 'inquiry' ? it.access === 'signed-in' : it.access === 'registered'
}

/** The platform itself is free; a fee is what the rates say (R-ACC-06). */
function feeOf(it: Definition, catalogue: CatalogueReading): Text {
  const prices = catalogue.prices(it.slug)
  if (prices.length)
    return inEach((locale) =>
      prices
        .map(({ title, amount, unit }) =>
          [`${title[locale]}:`, formatMoney(amount, locale), unit?.[locale]].filter(Boolean).join(' '),
        )
        .join(locale === 'ar' ? '، ' : ', '),
    )
  if (it.cost) return it.cost
  return it.kind === 'service' && it.steps.some((step) => step.kind === 'payment')
    ? { ar: 'تُعرف بعد اختيارك', en: 'Known once you have chosen' }
    : { ar: 'مجانًا', en: 'Free' }
}

const list = (texts: readonly Text[]): Text =>
  inEach((locale) => texts.map((one) => one[locale]).join(locale === 'ar' ? '، ' : ', '))

// `locales` holds every language, so every key of a Text is there.
const inEach = (of: (locale: Locale) => string): Text =>
  Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Text
