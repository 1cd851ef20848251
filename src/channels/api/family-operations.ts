import { z } from 'zod'
import { giveViewingOf } from '#channels/viewing-acts.ts'
import { err, ok } from '#kernel/result.ts'
import { requireConfirmed } from '#platform/accounts/require-confirmed.ts'
import { childrenInCare } from '#platform/authority/for-child.ts'
import { endViewing, giveViewing, possibleViewers, viewingTerms } from '#platform/authority/give-viewing.ts'
import { viewedBy, viewingsGiven } from '#platform/authority/viewing.ts'
import { lookAtDocuments } from '#platform/documents/look.ts'
import { matters } from '#platform/people/matter.ts'
import { findPersons } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { activated } from '#platform/requests/act.ts'
import { idInPath } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'
import { day, fact, instant, presentFacts, text } from './value.ts'

const child = z
  .object({
    id: z.string(),
    name: text,
    born: day,
    rights: z
      .array(z.object({ matter: z.enum(matters), ground: z.enum(['guardian', 'custody']), until: day }))
      .meta({ description: 'In what you act for the child, by what right, to which day.' }),
    travelForbiddenUntil: day.optional(),
    services: z.array(z.object({ service: z.string(), subject: z.string().optional() })).meta({
      description: 'Services and inquiries that you may use about it; `subject` when there is one.',
    }),
  })
  .meta({ id: 'Child' })

const consent = z
  .object({
    id: z.string(),
    viewer: text,
    state: z.enum(['active', 'ended', 'lapsed']),
    until: day,
    givenAt: instant,
  })
  .meta({ id: 'ViewingConsent' })

const nothing = { status: 204, description: { ar: 'تم', en: 'Done' } } as const
const tag = tags.family

/** One’s children, whose documents one may look at, and who may look at one’s own. */
export const familyOperations = (platform: Platform): Operation[] => [
  operation({
    id: 'read-family',
    method: 'GET',
    path: '/family',
    tag,
    title: { ar: 'أسرتي', en: 'My family' },
    summary: {
      ar: 'أطفالك دون 18 عامًا وما تفعله لكل منهم، ومن سمح لك برؤية وثائقه.',
      en: 'Your children under 18 and what you may do for each; who lets you see their documents.',
    },
    access: 'activated',
    answer: {
      status: 200,
      description: { ar: 'الأسرة', en: 'The family' },
      schema: z.object({
        children: z.array(child),
        adults: z.array(z.object({ id: z.string(), name: text, until: day.optional() })),
      }),
    },
    run: async ({ principal }) => {
      const person = activated(principal)
      if (!person.ok) return person
      const [children, viewed] = await Promise.all([
        childrenInCare(platform, person.value),
        viewedBy(platform, person.value, 'documents'),
      ])
      return ok({
        body: {
          children: children.map((one) => ({
            id: one.child.relativeId,
            name: one.child.name,
            born: one.child.born,
            rights: [...one.rights],
            ...(one.travelForbiddenUntil ? { travelForbiddenUntil: one.travelForbiddenUntil } : {}),
            services: one.doable.map(({ definition, subject }) => ({
              service: definition.slug,
              ...(subject ? { subject } : {}),
            })),
          })),
          adults: viewed
            .filter(({ right }) => right.ground === 'consent')
            .map(({ id, owner, right }) => ({
              id,
              name: owner.name,
              ...(right.until ? { until: right.until } : {}),
            })),
        },
      })
    },
  }),
  operation({
    id: 'look-at-documents',
    method: 'GET',
    path: '/family/{id}/documents',
    tag,
    title: { ar: 'وثائق قريب، للاطلاع', en: 'Look at a relative’s documents' },
    summary: {
      ar: 'وثائق طفلك أو من سمح لك، بلا رموز ولا تنزيل. يُسجَّل كل اطلاع.',
      en: 'Of a child of yours, or of who lets you; without codes or files. Each look is recorded.',
    },
    access: 'activated',
    params: z.object({ id: idInPath }),
    answer: {
      status: 200,
      description: { ar: 'الوثائق', en: 'The documents' },
      schema: z.object({
        documents: z.array(
          z.object({
            title: text,
            holder: text,
            number: z.string().optional().meta({ description: 'Absent until it is issued.' }),
            state: z.enum(['valid', 'suspended', 'expired']),
            validUntil: day.optional(),
            facts: z.array(fact),
          }),
        ),
      }),
    },
    run: async ({ principal, params: { id } }) => {
      const seen = await lookAtDocuments(platform, principal, id)
      if (!seen.ok) return seen
      return ok({
        body: {
          documents: seen.value.documents.map((one) => ({
            title: one.content.title,
            holder: one.content.holder,
            ...(one.number === undefined ? {} : { number: one.number }),
            state: one.state,
            ...(one.validUntil ? { validUntil: one.validUntil } : {}),
            facts: presentFacts(one.content.facts),
          })),
        },
      })
    },
  }),
  ...viewing(platform),
]

const viewing = (platform: Platform): Operation[] => [
  operation({
    id: 'list-viewing-consents',
    method: 'GET',
    path: '/viewing-consents',
    tag,
    title: { ar: 'من يرى وثائقي', en: 'Who may see my documents' },
    summary: {
      ar: 'من سمحت له، الأحدث أولًا، ومن يمكنك أن تسمح له من أسرتك.',
      en: 'Whom you let, the newest first, and whom of your family you could let.',
    },
    access: 'activated',
    answer: {
      status: 200,
      description: { ar: 'الأذون', en: 'The consents' },
      schema: z.object({
        given: z.array(consent),
        possible: z.array(z.object({ kin: z.string(), name: text })),
      }),
    },
    run: async ({ principal }) => {
      const person = activated(principal)
      if (!person.ok) return person
      const [given, possible] = await Promise.all([
        viewingsGiven(platform, person.value),
        possibleViewers(platform, person.value),
      ])
      const viewers = await findPersons(
        platform.db,
        given.map((one) => one.viewer),
      )
      return ok({
        body: {
          given: given.map(({ id, viewer, state, until, givenAt }) => ({
            id,
            viewer: viewers.get(viewer)?.name ?? { ar: '', en: '' },
            state,
            until,
            givenAt: givenAt.toISOString(),
          })),
          possible: possible.map(({ kinId, name }) => ({ kin: kinId, name })),
        },
      })
    },
  }),
  operation({
    id: 'give-viewing-consent',
    method: 'POST',
    path: '/viewing-consents',
    tag,
    title: { ar: 'السماح لقريب برؤية وثائقي', en: 'Let a relative see my documents' },
    summary: {
      ar: 'لبالغ من أسرتك، إلى مدة. يُؤكَّد أولًا، ويُبلَّغ الطرفان.',
      en: 'To an adult of your family, for a term. It is confirmed first, and both are told.',
    },
    access: 'activated',
    body: z.strictObject({
      kin: z.string().max(64).meta({ description: 'One of `possible`.' }),
      months: z.literal([...viewingTerms]),
    }),
    answer: {
      status: 201,
      description: { ar: 'الإذن', en: 'The consent' },
      schema: z.object({ id: z.string() }),
    },
    run: async ({ principal, body: { kin, months } }) => {
      const person = activated(principal)
      if (!person.ok) return person
      const viewer = (await possibleViewers(platform, person.value)).find((one) => one.kinId === kin)
      if (!viewer) return err(problems.notFound)
      const object = giveViewingOf(viewer, { page: '/delegations/viewing/new', months })
      const confirmed = await requireConfirmed(platform, principal, 'viewing.give', object)
      if (!confirmed.ok) return confirmed
      const done = await giveViewing(platform, principal, { kin, what: 'documents', months })
      return done.ok ? ok({ body: { id: done.value } }) : done
    },
  }),
  operation({
    id: 'end-viewing-consent',
    method: 'DELETE',
    path: '/viewing-consents/{id}',
    tag,
    title: { ar: 'إنهاء السماح', en: 'End a viewing consent' },
    summary: { ar: 'في الحال، من أي الطرفين.', en: 'At once, by either side.' },
    access: 'activated',
    params: z.object({ id: idInPath }),
    answer: nothing,
    run: async ({ principal, params: { id } }) => {
      const done = await endViewing(platform, principal, id)
      return done.ok ? ok({ body: undefined }) : done
    },
  }),
]
