import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { err, ok } from '#kernel/result.ts'
import { principalOf, sessionOf } from '#platform/accounts/session.ts'
import { anonymous } from '#platform/authority/principal.ts'
import type { JsonSchema } from '#platform/forms/field.ts'
import type { Platform } from '#platform/platform.ts'
import { accountOperations } from './account-operations.ts'
import { appointmentOperations } from './appointment-operations.ts'
import { approvalOperations } from './approval-operations.ts'
import { billOperations } from './bill-operations.ts'
import { catalogueOperations } from './catalogue-operations.ts'
import { confirmationOperations } from './confirmation-operations.ts'
import { documentOperations } from './document-operations.ts'
import { sendDocumentation } from './documentation.tsx'
import { familyOperations } from './family-operations.ts'
import { inboxOperations } from './inbox-operations.ts'
import { inquiryOperations } from './inquiry-operations.ts'
import { openapi } from './openapi.ts'
import type { Operation } from './operation.ts'
import { refusals } from './problem-json.ts'
import { requestOperations } from './request-operations.ts'
import { type Authenticate, serve } from './serve.ts'
import { serviceOperations } from './service-operations.ts'
import { base } from './value.ts'
import { visualCodeOperations } from './visual-code-operations.ts'
import { walletOperations } from './wallet-operations.ts'
import { workspaceOperations } from './workspace-operations.ts'

/** Everything that a program can do for a person, in the order of the documentation. */
export const operationsOf = (platform: Platform): readonly Operation[] => [
  ...catalogueOperations(platform),
  ...accountOperations(platform),
  ...workspaceOperations(platform),
  ...confirmationOperations(platform),
  ...visualCodeOperations(platform),
  ...inquiryOperations(platform),
  ...serviceOperations(platform),
  ...requestOperations(platform),
  ...approvalOperations(platform),
  ...billOperations(platform),
  ...appointmentOperations(platform),
  ...documentOperations(platform),
  ...familyOperations(platform),
  ...walletOperations(platform),
  ...inboxOperations(platform),
]

/** The OpenAPI document of what `operationsOf` lists. */
export const apiDocument = (platform: Platform, operations: readonly Operation[]): JsonSchema =>
  openapi({
    title: { ar: 'واجهة ديوان', en: 'Diwan API' },
    description: introduction,
    origin: platform.config.origin,
    base,
    operations,
    securitySchemes: {
      session: {
        type: 'http',
        scheme: 'bearer',
        description: 'The token of `open-session`, after `sign-in`. Cookies do not count.',
      },
    },
  })

/** The token of an `Authorization` header; undefined without one, empty when it cannot be one. */
export function bearerOf(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers
  if (authorization === undefined) return undefined
  return /^Bearer ([\w-]{43})$/i.exec(authorization)?.[1] ?? ''
}

/**
 * The API of people's programs at `/api/v1`, its OpenAPI document at `/api/v1/openapi.json`, and the same for
 * readers at `/api`, which needs @fastify/cookie on the root. Nothing here looks at a cookie to know who calls.
 */
export function apiChannel(platform: Platform): FastifyPluginAsync {
  const operations = operationsOf(platform)
  const document = JSON.stringify(apiDocument(platform, operations))
  const authenticate: Authenticate = async (request) => {
    const token = bearerOf(request)
    if (token === undefined) return ok({ principal: anonymous, token: undefined })
    const session = token === '' ? undefined : await sessionOf(platform, token)
    if (!session) return err(refusals.tokenWrong)
    return ok({ principal: principalOf(session), token })
  }
  return async (app) => {
    await serve(app, platform, {
      base,
      operations,
      authenticate,
      besides: (scope) => {
        scope.get('/openapi.json', async (_request, reply) =>
          reply
            .header('cache-control', 'public, max-age=300')
            .type('application/json; charset=utf-8')
            .send(document),
        )
      },
    })
    app.get('/api', async (request, reply) => sendDocumentation(request, reply, platform, operations))
    app.get('/problems/:code', async (_request, reply) => reply.redirect('/api#problems', 303))
  }
}

const introduction = {
  en: [
    'What a person does on the portal, a program does here for them. Every text comes in both languages, as `{ar, en}`.',
    '- **Who calls**: `sign-in` and `open-session` give a bearer token; cookies do not count.',
    '- **In whose name**: `list-workspaces` names the establishments and persons that a session can act for, `enter-workspace` turns it to one, `leave-workspace` back. Everything it does until then is done in that name; the right is looked at again at every call.',
    '- **Money** is riyals as text with two decimals, both ways: `"1250.50"` in answers to a form, `{"amount": "1250.50", "currency": "SAR"}` in what is answered.',
    '- **Time** is ISO 8601; days are Gregorian, `YYYY-MM-DD`, in Riyadh.',
    '- **Trying again** is safe: what makes something needs an `Idempotency-Key`, everything else does once what is asked twice.',
    '- **Confirming**: what is sensitive answers `confirm-first`; `begin-confirmation` and `complete-confirmation` confirm it for five minutes and one call, under a new token.',
    '- **What next**: `actions` names the operations that are open now, with their addresses.',
    '- **Problems** are RFC 9457 (`application/problem+json`); `code` is for programs, `fields` names what is wrong, `verdicts` the conditions that are not met. `429` says in `Retry-After` when to come again.',
    '- **Versions**: names may be added to what is answered; everything else changes with the `v1` of the address.',
  ].join('\n'),
  ar: [
    'ما يفعله الشخص في البوابة يفعله البرنامج هنا نيابة عنه. كل نص باللغتين `{ar, en}`.',
    '- مساحات العمل: `list-workspaces` ثم `enter-workspace` ليعمل البرنامج باسم منشأة أو شخص، و`leave-workspace` للعودة.',
    '- المبالغ بالريال نصًا بخانتين عشريتين في الاتجاهين: `"1250.50"`.',
    '- الأيام ميلادية بتوقيت الرياض، والأوقات ISO 8601.',
    '- إعادة المحاولة آمنة: ما ينشئ شيئًا يحتاج إلى `Idempotency-Key`، وما عداه لا يتكرر أثره.',
    '- الأخطاء وفق RFC 9457، و`code` ثابت للبرامج.',
  ].join('\n'),
}
