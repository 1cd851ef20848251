import { z } from 'zod'
import { err, ok } from '#kernel/result.ts'
import { newVisualCode, pictureOf, spokenOf, VISUAL_CODE_LENGTH } from '#platform/guard/visual-code.ts'
import type { Platform } from '#platform/platform.ts'
import { problems } from '#platform/problem.ts'
import { input } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { refusals } from './problem-json.ts'
import { tags } from './tags.ts'
import { base } from './value.ts'

/** What a public inquiry and signing in say when no visual code came with them. */
export const visualCodeMissing = err({
  ...problems.answersWrong({
    visualCode: {
      ar: 'اطلب رمزًا مرئيًا جديدًا (new-visual-code) وأرسل ما قرأه الشخص.',
      en: 'Ask for a new visual code (new-visual-code) and send what the person read.',
    },
  }),
  code: 'visual-code-required',
})

const visualCode = z
  .object({
    id: z.string(),
    length: z.int(),
    picture: z.string().meta({ description: 'Where the PNG is.' }),
    spoken: z.string().meta({ description: 'Where the WAV is, for who cannot see the picture.' }),
    puzzle: z
      .unknown()
      .meta({ description: 'An ALTCHA challenge (PBKDF2/SHA-256); solving it is optional.' }),
  })
  .meta({ id: 'VisualCode' })

/** The picture that tells persons from programs, also for those who cannot see it. */
export const visualCodeOperations = (platform: Pick<Platform, 'db' | 'clock' | 'vault'>): Operation[] => [
  operation({
    id: 'new-visual-code',
    method: 'POST',
    path: '/visual-codes',
    tag: tags.accounts,
    title: { ar: 'رمز مرئي جديد', en: 'New visual code' },
    summary: {
      ar: 'صورة بأرقام يقرؤها الشخص، صالحة خمس دقائق ومحاولة واحدة.',
      en: 'A picture of digits for a person to read, good for five minutes and one try.',
    },
    access: 'anyone',
    answer: { status: 201, description: { ar: 'الرمز', en: 'The code' }, schema: visualCode },
    throttles: ({ address }) => [{ key: `visual-new:${address}`, limit: 600, per: 600 }],
    run: async () => {
      const { id, challenge } = await newVisualCode(platform)
      const at = `${base}/visual-codes/${id}`
      return ok({
        body: {
          id,
          length: VISUAL_CODE_LENGTH,
          picture: `${at}/picture`,
          spoken: `${at}/spoken`,
          puzzle: challenge,
        },
      })
    },
  }),
  operation({
    id: 'get-visual-code-picture',
    method: 'GET',
    path: '/visual-codes/{id}/picture',
    tag: tags.accounts,
    title: { ar: 'صورة الرمز', en: 'Picture of a visual code' },
    summary: { ar: 'PNG، حتى يُجرَّب الرمز.', en: 'PNG, until the code was tried.' },
    access: 'anyone',
    params: z.object({ id: input.token }),
    answer: { status: 200, description: { ar: 'الصورة', en: 'The picture' }, mediaType: 'image/png' },
    run: async ({ params }) => {
      const body = await pictureOf(platform, params.id)
      return body ? ok({ body }) : err(refusals.notFound)
    },
  }),
  operation({
    id: 'get-visual-code-spoken',
    method: 'GET',
    path: '/visual-codes/{id}/spoken',
    tag: tags.accounts,
    title: { ar: 'الرمز مسموعًا', en: 'Visual code, spoken' },
    summary: { ar: 'WAV بلغة Accept-Language.', en: 'WAV, in the language of Accept-Language.' },
    access: 'anyone',
    params: z.object({ id: input.token }),
    answer: { status: 200, description: { ar: 'الصوت', en: 'The voice' }, mediaType: 'audio/wav' },
    run: async ({ params, language }) => {
      const body = await spokenOf(platform, params.id, language)
      return body ? ok({ body }) : err(refusals.notFound)
    },
  }),
]
