import { z } from 'zod'
import { err, ok } from '#kernel/result.ts'
import { startActing, stopActing } from '#platform/accounts/acting.ts'
import { workspacesOf } from '#platform/authority/workspace.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { actingFor, presentActing } from './acting-view.ts'
import { type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'
import { text } from './value.ts'

const workspace = z
  .object({
    id: z.string().meta({ description: 'For `enter-workspace`.' }),
    name: text,
    actingFor,
  })
  .meta({ id: 'Workspace' })

const nothing = { status: 204, description: { ar: 'تم', en: 'Done' } } as const
const params = z.object({ id: z.string().regex(/^[0-9a-f-]{10,36}$/) })

/** In whose name a session works: which there are, and the turn to one and back. */
export const workspaceOperations = (platform: Platform): Operation[] => [
  operation({
    id: 'list-workspaces',
    method: 'GET',
    path: '/workspaces',
    tag: tags.workspaces,
    title: { ar: 'مساحات العمل', en: 'List workspaces' },
    summary: {
      ar: 'المنشآت والأشخاص الذين تستطيع العمل باسمهم الآن، وبأي حق.',
      en: 'The establishments and persons in whose name you can work now, and by what right.',
    },
    access: 'activated',
    answer: {
      status: 200,
      description: { ar: 'مساحات العمل', en: 'The workspaces' },
      schema: z.object({ workspaces: z.array(workspace) }),
    },
    run: async ({ principal }) => {
      if (principal.kind !== 'person') return err(problems.signInFirst)
      const all = await workspacesOf(platform, principal.person)
      return ok({
        body: {
          workspaces: all.map((one) => ({
            id: one.id,
            name: one.name,
            actingFor: presentActing(one.actingFor),
          })),
        },
      })
    },
  }),
  operation({
    id: 'enter-workspace',
    method: 'PUT',
    path: '/workspaces/{id}/session',
    tag: tags.workspaces,
    title: { ar: 'دخول مساحة عمل', en: 'Enter a workspace' },
    summary: {
      ar: 'تعمل الجلسة باسم صاحبها من الآن. يُبلَّغ من فوّضك بدخولك.',
      en: 'The session works in its name from now on. Whoever appointed you is told that you came in.',
    },
    access: 'activated',
    params,
    answer: nothing,
    run: async ({ principal, params: { id } }) => {
      if (principal.kind !== 'person') return err(problems.signInFirst)
      const done = await startActing(platform, principal, id)
      return done.ok ? ok({ body: undefined }) : done
    },
  }),
  operation({
    id: 'leave-workspace',
    method: 'DELETE',
    path: '/workspaces/session',
    tag: tags.workspaces,
    title: { ar: 'مغادرة مساحة العمل', en: 'Leave the workspace' },
    summary: { ar: 'تعود الجلسة لصاحبها.', en: 'The session works for its holder again.' },
    access: 'signed-in',
    answer: nothing,
    run: async ({ principal }) => {
      if (principal.kind !== 'person') return err(problems.signInFirst)
      await stopActing(platform, principal)
      return ok({ body: undefined })
    },
  }),
]
