import { z } from 'zod'
import { err, ok } from '#kernel/result.ts'
import { accessLog } from '#platform/audit/access-log.ts'
import { inbox, markRead, unreadCount } from '#platform/notices/inbox.ts'
import { withPartnerNames } from '#platform/partners/access-names.ts'
import { findPerson } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { actingFor, presentActing } from './acting-view.ts'
import { idInPath, page } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'
import { instant, text } from './value.ts'

const notice = z
  .object({
    id: z.string(),
    title: text,
    body: text,
    link: z.string().optional().meta({ description: 'A page of the portal.' }),
    at: instant,
    read: z.boolean(),
  })
  .meta({ id: 'Notice' })

const access = z
  .object({
    id: z.string(),
    at: instant,
    who: z.object({ kind: z.string(), name: text, units: z.array(z.string()) }),
    action: z.string(),
    title: text,
    about: z.string().optional(),
    right: text.optional().meta({ description: 'By what right.' }),
  })
  .meta({ id: 'AccessEntry' })

const me = z
  .object({
    person: z.string(),
    name: text,
    kind: z.enum(['citizen', 'resident', 'visitor']),
    account: z.enum(['registered', 'activated']),
    unread: z.int(),
    actingFor: actingFor.optional().meta({ description: 'Absent: for themselves.' }),
  })
  .meta({ id: 'Me' })

const nothing = { status: 204, description: { ar: 'تم', en: 'Done' } } as const

/** What reached a person, and who looked at their data. */
export function inboxOperations({ db, clock }: Pick<Platform, 'db' | 'clock'>): Operation[] {
  return [
    operation({
      id: 'who-am-i',
      method: 'GET',
      path: '/me',
      tag: tags.accounts,
      title: { ar: 'من أنا', en: 'Who am I' },
      summary: { ar: 'صاحب الجلسة وحال حسابه.', en: 'Whose session it is, and the state of the account.' },
      access: 'signed-in',
      answer: { status: 200, description: { ar: 'أنت', en: 'You' }, schema: me },
      run: async ({ principal }) => {
        if (principal.kind !== 'person') return err(problems.signInFirst)
        const known = await findPerson(db, principal.person)
        if (!known) return err(problems.notFound)
        return ok({
          body: {
            person: known.id,
            name: known.name,
            kind: known.kind,
            account: principal.account,
            unread: await unreadCount(db, principal.person),
            ...(principal.actingFor ? { actingFor: presentActing(principal.actingFor) } : {}),
          },
        })
      },
    }),
    operation({
      id: 'read-inbox',
      method: 'GET',
      path: '/inbox',
      tag: tags.inbox,
      title: { ar: 'الرسائل', en: 'Read the inbox' },
      summary: { ar: 'الأحدث أولًا.', en: 'The newest first.' },
      access: 'signed-in',
      query: page(idInPath),
      answer: {
        status: 200,
        description: { ar: 'الرسائل', en: 'The messages' },
        schema: z.object({ notices: z.array(notice), unread: z.int() }),
      },
      run: async ({ principal, query: { limit, before } }) => {
        if (principal.kind !== 'person') return err(problems.signInFirst)
        const [notices, unread] = await Promise.all([
          inbox(db, principal.person, { limit, ...(before ? { before } : {}) }),
          unreadCount(db, principal.person),
        ])
        return ok({
          body: {
            notices: notices.map(({ id, title, body, link, at, read }) => ({
              id,
              title,
              body,
              ...(link ? { link } : {}),
              at: at.toISOString(),
              read,
            })),
            unread,
          },
        })
      },
    }),
    operation({
      id: 'mark-all-read',
      method: 'POST',
      path: '/inbox/read',
      tag: tags.inbox,
      title: { ar: 'تعليم الكل مقروءًا', en: 'Mark all as read' },
      summary: { ar: 'كل ما في صندوقك.', en: 'Everything in your inbox.' },
      access: 'signed-in',
      answer: nothing,
      run: async ({ principal }) => {
        if (principal.kind !== 'person') return err(problems.signInFirst)
        await markRead(db, principal.person, { at: clock.now() })
        return ok({ body: undefined })
      },
    }),
    operation({
      id: 'mark-read',
      method: 'POST',
      path: '/inbox/{id}/read',
      tag: tags.inbox,
      title: { ar: 'تعليم رسالة مقروءة', en: 'Mark as read' },
      summary: { ar: 'رسالة واحدة.', en: 'One message.' },
      access: 'signed-in',
      params: z.object({ id: idInPath }),
      answer: nothing,
      run: async ({ principal, params: { id } }) => {
        if (principal.kind !== 'person') return err(problems.signInFirst)
        await markRead(db, principal.person, { id, at: clock.now() })
        return ok({ body: undefined })
      },
    }),
    operation({
      id: 'read-access-log',
      method: 'GET',
      path: '/access-log',
      tag: tags.inbox,
      title: { ar: 'سجل الاطلاع', en: 'Read the access log' },
      summary: {
        ar: 'من اطّلع على بياناتك أو تصرّف فيها، ولماذا.',
        en: 'Who looked at your data or acted on it, and by what right.',
      },
      access: 'signed-in',
      query: page(idInPath),
      answer: {
        status: 200,
        description: { ar: 'السجل', en: 'The log' },
        schema: z.object({ entries: z.array(access) }),
      },
      run: async ({ principal, query: { limit, before } }) => {
        if (principal.kind !== 'person') return err(problems.signInFirst)
        const found = await accessLog(db, principal.person, { limit, ...(before ? { before } : {}) })
        const entries = await withPartnerNames(db, found)
        return ok({
          body: {
            entries: entries.map(({ id, at, who, action, title, about, right }) => ({
              id,
              at: at.toISOString(),
              who: { kind: who.kind, name: who.name, units: [...who.units] },
              action,
              title,
              ...(about ? { about } : {}),
              ...(right ? { right } : {}),
            })),
          },
        })
      },
    }),
  ]
}
