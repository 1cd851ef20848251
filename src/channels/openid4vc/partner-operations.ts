import { z } from 'zod'
import { type Operation, operation, type Tag } from '#channels/api/operation.ts'
import { instant } from '#channels/api/value.ts'
import { err, ok } from '#kernel/result.ts'
import { askWallet, standingOf } from '#platform/openid4vc/presentation.ts'
import { openRequestKey, type RequestKey } from '#platform/openid4vc/request-key.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'

const tag: Tag = {
  name: 'wallets',
  description: { ar: 'سؤال محافظ الأشخاص عن وثائقهم', en: 'Asking people’s wallets for their documents' },
}

const text = z.string().min(1).max(200)

/** What partners ask of wallets: a question, and how it stands. */
export function walletQuestions(platform: Platform): readonly Operation[] {
  let opened: Promise<RequestKey> | undefined
  const key = () => {
    opened ??= openRequestKey(platform.config, platform.clock.now())
    return opened
  }
  return [
    operation({
      id: 'ask-wallet',
      method: 'POST',
      path: '/wallet-questions',
      tag,
      title: { ar: 'اسأل محفظة', en: 'Ask a wallet' },
      summary: {
        ar: 'رابط يفتح محفظة الشخص فيرى ما تسأل عنه ولماذا، ويوافق أو يرفض. اسأل عن أقل ما يلزمك.',
        en: 'A link that opens a person’s wallet, which shows what you ask and why; they agree or refuse. Ask for the least that serves.',
      },
      access: { scope: 'wallet-questions' },
      body: z.strictObject({
        document: z
          .string()
          .regex(/^[a-z][a-z0-9-]{0,60}$/)
          .meta({ description: 'The kind: `driving-licence`.' }),
        claims: z
          .array(z.string().regex(/^[a-z][a-z0-9_]{0,60}$/))
          .min(1)
          .max(20)
          .meta({ description: 'Names of claims: `name`, `birthdate`, `date_of_expiry`, …' }),
        purpose: z.strictObject({ ar: text, en: text }),
      }),
      answer: {
        status: 201,
        description: { ar: 'السؤال مفتوح', en: 'The question is open' },
        schema: z.object({ id: z.string(), link: z.string(), until: instant }),
      },
      run: async ({ principal, body }) => {
        if (principal.kind !== 'partner') return err(problems.notYours)
        const asked = await askWallet(platform, await key(), principal.client, body)
        if (!asked.ok) return asked
        return ok({ body: { ...asked.value, until: asked.value.until.toISOString() } })
      },
    }),
    operation({
      id: 'read-wallet-answer',
      method: 'GET',
      path: '/wallet-questions/{id}',
      tag,
      title: { ar: 'جواب المحفظة', en: 'The wallet’s answer' },
      summary: {
        ar: 'حال سؤالك: ينتظر، أُجيب بما سألت عنه وحده، رُفض، انقضى. يبقى الجواب يومًا.',
        en: 'How your question stands: waiting, answered with just what you asked, refused, expired. An answer is kept for a day.',
      },
      access: { scope: 'wallet-questions' },
      params: z.object({ id: z.uuid() }),
      answer: {
        status: 200,
        description: { ar: 'حال السؤال', en: 'How it stands' },
        schema: z.object({
          state: z.enum(['waiting', 'answered', 'refused', 'expired']),
          claims: z.record(z.string(), z.unknown()).optional(),
          reason: z.string().optional(),
        }),
      },
      run: async ({ principal, params }) => {
        if (principal.kind !== 'partner') return err(problems.notYours)
        const standing = await standingOf(platform, principal.client, params.id)
        return standing ? ok({ body: { ...standing } }) : err(problems.notFound)
      },
    }),
  ]
}
