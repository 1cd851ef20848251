import { z } from 'zod'
import { ok } from '#kernel/result.ts'
import type { InquiryDefinition } from '#platform/catalogue/definition.ts'
import { checkVisualCode } from '#platform/guard/visual-code.ts'
import { ask } from '#platform/inquiries/ask.ts'
import type { Platform } from '#platform/platform.ts'
import { describedForm } from './form-schema.ts'
import { visualAnswer } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'
import { block, presentBlock, text } from './value.ts'
import { visualCodeMissing } from './visual-code-operations.ts'

const answered = z
  .object({
    blocks: z.array(block),
    subjects: z
      .array(z.object({ id: z.string(), label: text, detail: text.optional() }))
      .meta({ description: 'What you may ask about. With more than one, ask again with `subject`.' }),
    subject: z.string().optional(),
  })
  .meta({ id: 'InquiryAnswer' })

const question = z
  .strictObject({
    answers: z.record(z.string().max(64), z.unknown()).default({}),
    subject: z.string().min(1).max(200).optional(),
    visualCode: visualAnswer.optional(),
  })
  .default({ answers: {} })

/** One operation for each inquiry of the catalogue. */
export const inquiryOperations = (platform: Platform): Operation[] =>
  platform.catalogue.definitions.flatMap((it) =>
    it.kind === 'inquiry' ? [inquiryOperation(platform, it)] : [],
  )

const inquiryOperation = (platform: Platform, inquiry: InquiryDefinition): Operation =>
  operation({
    id: inquiry.slug,
    method: 'POST',
    path: `/inquiries/${inquiry.slug}`,
    tag: tags.inquiries,
    title: inquiry.title,
    summary: inquiry.summary,
    access: inquiry.access === 'public' ? 'anyone' : 'activated',
    body: question,
    bodySchema: bodySchema(inquiry),
    answer: { status: 200, description: { ar: 'الجواب', en: 'The answer' }, schema: answered },
    // Without signing in, each ask takes a visual code, which has throttles of its own.
    throttles: ({ principal }) =>
      inquiry.guard === 'visual-code' && principal.kind === 'person'
        ? [{ key: `inquiry-person:${platform.vault.index(principal.person)}`, limit: 60, per: 600 }]
        : [],
    run: async ({ principal, body, ip }) => {
      // The visual code stands for a person at the other end; one who is signed in has shown it already.
      if (inquiry.guard === 'visual-code' && principal.kind === 'anonymous') {
        if (!body.visualCode) return visualCodeMissing
        const seen = await checkVisualCode(platform, { ...body.visualCode, ip })
        if (!seen.ok) return seen
      }
      const answer = await ask(platform, principal, inquiry, {
        raw: body.answers,
        ...(body.subject === undefined ? {} : { subject: body.subject }),
      })
      if (!answer.ok) return answer
      const { blocks, subjects, subject } = answer.value
      return ok({
        body: {
          blocks: blocks.map(presentBlock),
          subjects: subjects.map(({ id, label, detail }) => ({ id, label, ...(detail ? { detail } : {}) })),
          ...(subject ? { subject: subject.id } : {}),
        },
      })
    },
  })

const bodySchema = (inquiry: InquiryDefinition) => ({
  type: 'object',
  additionalProperties: false,
  ...(asksSomething(inquiry) && !inquiry.own ? { required: ['answers'] } : {}),
  properties: {
    answers: describedForm(inquiry.form),
    ...(inquiry.subject
      ? { subject: { type: 'string', description: 'One of `subjects` of the answer.' } }
      : {}),
    ...(inquiry.guard === 'visual-code'
      ? {
          visualCode: {
            $ref: '#/components/schemas/VisualAnswer',
            description: 'Without signing in: the answer to a picture of `new-visual-code`.',
          },
        }
      : {}),
  },
})

const asksSomething = ({ form }: InquiryDefinition): boolean =>
  Object.values(form.fields).some((field) => !field.optional)
