import { z } from 'zod'
import { parseDay } from '#kernel/day.ts'
import { parseEmail } from '#kernel/email.ts'
import { parseMobile } from '#kernel/mobile.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import type { Result } from '#kernel/result.ts'
import { locales, type Text } from '#kernel/text.ts'
import { isId } from '#platform/database/ids.ts'
import { gccCountries, parseGccNumber } from '#platform/people/gcc-identity.ts'
import { problems } from '#platform/problem.ts'
import type { ApiProblem } from './operation.ts'

/** A text that a parser of the kernel reads; its own words say what is wrong. */
const read = <T>(parse: (input: string) => Result<T, Text>, about: Readonly<Record<string, unknown>>) =>
  z
    .string()
    .max(254)
    .meta(about)
    .transform((input, context): T => {
      const parsed = parse(input)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: parsed.error.en, params: { text: parsed.error } })
      return z.NEVER
    })

/** What programs send in more than one place. */
export const input = {
  personNumber: read(parsePersonNumber, {
    description: 'ID, iqama or border number.',
    examples: ['1900000012'],
  }),
  mobile: read(parseMobile, { description: 'Mobile number.', examples: ['+966521234567', '0521234567'] }),
  email: read(parseEmail, { description: 'E-mail address.', examples: ['someone@example.com'] }),
  day: read(parseDay, { description: 'Gregorian day, YYYY-MM-DD.', format: 'date' }),
  language: z.enum(locales),
  gccIdentity: z
    .strictObject({
      country: z.enum(gccCountries),
      number: z.string().max(30).meta({ description: 'As on the card of that state.' }),
    })
    .meta({ description: 'Of a citizen of a Gulf state: the card with which they came in.' })
    .transform(({ country, number }, context) => {
      const parsed = parseGccNumber(country, number)
      if (parsed.ok) return { country, number: parsed.value }
      context.addIssue({
        code: 'custom',
        path: ['number'],
        message: parsed.error.en,
        params: { text: parsed.error },
      })
      return z.NEVER
    }),
  token: z.string().regex(/^[\w-]{43}$/),
  code: z.string().min(1).max(20).meta({ description: 'The six digits of the text message.' }),
} as const

/** In a path: what cannot be an id is something that is not there. */
export const idInPath = z.string().refine(isId).meta({ format: 'uuid' })
export const slugInPath = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/)
export const referenceInPath = z.string().regex(/^[A-Z0-9-]{4,40}$/i)

export const visualAnswer = z
  .strictObject({
    id: input.token,
    code: z
      .string()
      .min(1)
      .max(20)
      .meta({ description: 'The digits of the picture, as a person read them.' }),
    proof: z.string().max(4096).optional().meta({
      description: 'The solved puzzle (ALTCHA), base64 of JSON; with it ten times the tries are allowed.',
    }),
  })
  .meta({ id: 'VisualAnswer' })

/** A number in a query. */
export const count = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual)

/** How a list goes on: `limit` lines after the one that `before` names. */
export const page = (before: z.ZodType<string>) =>
  z.object({ limit: count(100, 20), before: before.optional() })

/** What is wrong, by the name or path of each field. */
export function fieldsOf(error: z.ZodError): Readonly<Record<string, Text>> {
  const fields: Record<string, Text> = {}
  for (const issue of error.issues) {
    const at = issue.path.map(String)
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) fields[[...at, key].join('.')] = words.unknown
    else fields[at.join('.') || 'body'] = textOf(issue)
  }
  return fields
}

function textOf(issue: z.core.$ZodIssue): Text {
  if (issue.code === 'custom' && issue.params?.text) return issue.params.text
  return issue.code === 'invalid_type' && issue.input === undefined ? words.missing : words.wrong
}

/** The problem of a body that is well-formed and yet not what was asked for. */
export const bodyWrong = (error: z.ZodError): ApiProblem => problems.answersWrong(fieldsOf(error))

const words = {
  missing: { ar: 'هذا الحقل مطلوب.', en: 'This is required.' },
  unknown: { ar: 'لا يوجد حقل بهذا الاسم.', en: 'There is no field of this name.' },
  wrong: {
    ar: 'القيمة لا تطابق ما في وصف الواجهة.',
    en: 'The value does not match the description of the API.',
  },
} as const satisfies Record<string, Text>
