import { z } from 'zod'
import { dayOf } from '#kernel/day.ts'
import { err, ok } from '#kernel/result.ts'
import {
  type Definition,
  isForEstablishments,
  type ServiceDefinition,
} from '#platform/catalogue/definition.ts'
import type { Platform } from '#platform/platform.ts'
import { priceList } from '#platform/requests/charges.ts'
import { describedForm } from './form-schema.ts'
import { slugInPath } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { refusals } from './problem-json.ts'
import { tags } from './tags.ts'
import { act, action, money, presentMoney, text } from './value.ts'

const audiences = [
  'anonymous',
  'citizen',
  'resident',
  'visitor',
  'gcc-citizen',
  'employer',
  'establishment',
] as const

const entry = z
  .object({
    slug: z.string(),
    kind: z.enum(['service', 'inquiry', 'procedure']),
    sector: z.string(),
    version: z.int(),
    title: text,
    summary: text,
    audience: z.array(z.enum(audiences)),
    power: z.string().optional().meta({
      description:
        'What is done for an establishment asks this power of who works for it; `owner`: its owner alone.',
    }),
    signIn: z.boolean().meta({ description: 'Whether one has to sign in for it.' }),
    href: z.string(),
  })
  .meta({ id: 'CatalogueEntry' })

const detail = entry
  .extend({
    time: text,
    cost: text.optional(),
    conditions: z.array(text),
    prices: z.array(z.object({ title: text, kind: z.string(), amount: money, unit: text.optional() })),
    steps: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        title: text,
        body: text.optional(),
        by: z.string().optional().meta({ description: 'The role that it waits for.' }),
        days: z.int().optional().meta({ description: 'How many days it may wait.' }),
      }),
    ),
    subject: z
      .object({ kind: z.string(), choose: text })
      .optional()
      .meta({ description: 'What it is about; the opening lists yours.' }),
    visualCode: z.boolean().meta({ description: 'Whether asking without signing in takes a visual code.' }),
    form: z.record(z.string(), z.unknown()).optional().meta({ description: 'JSON Schema of `answers`.' }),
    pages: z
      .array(z.object({ title: text, fields: z.array(z.string()) }))
      .optional()
      .meta({ description: 'Which questions belong together.' }),
    page: z.string().meta({ description: 'Where a person does it on the portal.' }),
    actions: z.array(action),
  })
  .meta({ id: 'CatalogueDetail' })

const sector = z.object({ name: z.string(), title: text, summary: text }).meta({ id: 'Sector' })

/** What there is: open to anyone. */
export function catalogueOperations({
  catalogue,
  clock,
}: Pick<Platform, 'catalogue' | 'clock'>): Operation[] {
  return [
    operation({
      id: 'list-sectors',
      method: 'GET',
      path: '/sectors',
      tag: tags.catalogue,
      title: { ar: 'القطاعات', en: 'List the sectors' },
      summary: { ar: 'الجهات التي تقدّم الخدمات.', en: 'Who offers the services.' },
      access: 'anyone',
      answer: {
        status: 200,
        description: { ar: 'القطاعات', en: 'The sectors' },
        schema: z.object({ sectors: z.array(sector) }),
      },
      run: async () =>
        ok({
          body: { sectors: catalogue.sectors.map(({ name, title, summary }) => ({ name, title, summary })) },
        }),
    }),
    operation({
      id: 'browse-services',
      method: 'GET',
      path: '/services',
      tag: tags.catalogue,
      title: { ar: 'البحث في الخدمات', en: 'Search the services' },
      summary: {
        ar: 'كل الخدمات والاستعلامات، أو ما يطابق كلمات البحث بالعربية أو الإنجليزية.',
        en: 'All services and inquiries, or those that match words in Arabic or English.',
      },
      access: 'anyone',
      query: z.object({
        q: z.string().max(200).default(''),
        sector: z.string().max(80).optional(),
        audience: z.enum(audiences).optional(),
        kind: z.enum(['service', 'inquiry', 'procedure']).optional(),
      }),
      answer: {
        status: 200,
        description: { ar: 'الخدمات، الأقرب أولًا', en: 'The services, the nearest first' },
        schema: z.object({ services: z.array(entry) }),
      },
      run: async ({ query }) => {
        const filter = {
          ...(query.sector ? { sector: query.sector } : {}),
          ...(query.audience ? { audience: query.audience } : {}),
        }
        const found = catalogue.search(query.q, filter).filter((it) => !query.kind || it.kind === query.kind)
        return ok({ body: { services: found.map(presentEntry) } })
      },
    }),
    operation({
      id: 'get-service',
      method: 'GET',
      path: '/services/{slug}',
      tag: tags.catalogue,
      title: { ar: 'تفاصيل خدمة', en: 'Read about a service' },
      summary: {
        ar: 'الشروط والرسوم والخطوات والأسئلة (JSON Schema).',
        en: 'Conditions, prices, steps, and the questions as JSON Schema.',
      },
      access: 'anyone',
      params: z.object({ slug: slugInPath }),
      answer: { status: 200, description: { ar: 'الخدمة', en: 'The service' }, schema: detail },
      run: async ({ params }) => {
        const it = catalogue.find(params.slug)
        return it ? ok({ body: presentDetail(it) }) : err(refusals.notFound)
      },
    }),
  ]

  function presentDetail(it: Definition): z.output<typeof detail> {
    const rest =
      it.kind === 'service'
        ? ofService(it)
        : { prices: [], steps: [], conditions: [...(it.conditions ?? [])], actions: [] }
    return {
      ...presentEntry(it),
      time: it.time,
      ...(it.cost ? { cost: it.cost } : {}),
      visualCode: it.kind === 'inquiry' && it.guard === 'visual-code',
      page: it.kind === 'procedure' ? it.page : `/services/${it.slug}`,
      ...(it.kind === 'procedure'
        ? {}
        : {
            form: describedForm(it.form),
            pages: it.form.pages.map(({ title, fields }) => ({ title, fields: [...fields] })),
          }),
      ...(it.kind !== 'procedure' && it.subject
        ? { subject: { kind: it.subject.kind, choose: it.subject.choose } }
        : {}),
      ...rest,
      ...(it.kind === 'inquiry' ? { actions: [act(it.slug, 'POST', `/inquiries/${it.slug}`)] } : {}),
    }
  }

  function ofService(it: ServiceDefinition) {
    return {
      conditions: [...it.rules.map(({ title }) => title), ...(it.conditions ?? [])],
      prices: priceList(catalogue, it, dayOf(clock.now())).map(({ amount, ...price }) => ({
        ...price,
        amount: presentMoney(amount),
      })),
      steps: it.steps.map((step) => ({
        id: step.id,
        kind: step.kind,
        title: step.title,
        ...(step.body ? { body: step.body } : {}),
        ...('by' in step ? { by: step.by } : {}),
        days: step.within.days,
      })),
      actions: [
        act(`open-${it.slug}`, 'GET', `/services/${it.slug}/opening`),
        act(it.slug, 'POST', `/services/${it.slug}/requests`),
      ],
    }
  }
}

const presentEntry = (it: Definition): z.output<typeof entry> => ({
  slug: it.slug,
  kind: it.kind,
  sector: it.sector,
  version: it.version,
  title: it.title,
  summary: it.summary,
  audience: [...it.audience],
  ...(isForEstablishments(it) && it.power ? { power: it.power } : {}),
  signIn:
    it.kind === 'service' || (it.kind === 'inquiry' ? it.access === 'signed-in' : it.access !== 'public'),
  href: `/api/v1/services/${it.slug}`,
})
