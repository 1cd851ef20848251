import { z } from 'zod'
import { loadOf } from '#channels/wallet/load.ts'
import { ok, type Result } from '#kernel/result.ts'
import { forOneself } from '#platform/authority/authorise.ts'
import { deviceKey } from '#platform/guard/device-key.ts'
import type { Platform } from '#platform/platform.ts'
import type { Problem } from '#platform/problem.ts'
import { carry } from '#platform/wallets/carry.ts'
import { challengePhone } from '#platform/wallets/contact.ts'
import { type WalletDevice, walletDevicesOf } from '#platform/wallets/device.ts'
import { endWallet } from '#platform/wallets/end-from-afar.ts'
import { challengeNewPhone, enrolWallet } from '#platform/wallets/enrol.ts'
import { leave } from '#platform/wallets/leave.ts'
import { checksOf } from '#platform/wallets/showing.ts'
import { idInPath } from './input.ts'
import { type Operation, operation } from './operation.ts'
import { tags } from './tags.ts'
import { day, fact, instant, presentFacts, text } from './value.ts'

const token = z.string().regex(/^[\w-]{43}$/)
const signature = z
  .string()
  .regex(/^[\w-]{86}$/)
  .meta({
    description:
      'ES256 over `diwan-wallet:1:PURPOSE:KEY:CHALLENGE`, base64url. PURPOSE is `enrol`, `carry` or `leave`; KEY the thumbprint of the key (RFC 7638).',
  })
const key = token.meta({ description: 'The thumbprint of the key (RFC 7638).' })
const proof = z.strictObject({ key, challenge: token, signature }).meta({ id: 'WalletProof' })
const challenge = z
  .object({ challenge: z.string().meta({ description: 'Good once, for a minute.' }) })
  .meta({ id: 'WalletChallenge' })

const phone = z
  .object({
    id: z.string(),
    name: z.string(),
    since: instant,
    lastSeen: instant,
    ended: z
      .object({ at: instant, because: z.enum(['replaced', 'holder', 'lost', 'device', 'account']) })
      .optional()
      .meta({ description: 'Absent: it has the documents now.' }),
  })
  .meta({ id: 'WalletPhone' })

const card = z
  .object({
    id: z.string(),
    document: z.string(),
    ground: z
      .enum(['self', 'guardian', 'custody', 'consent'])
      .meta({ description: '`consent`: only to be looked at.' }),
    title: text,
    issuer: text,
    holder: text,
    number: z.string(),
    validFrom: day,
    validUntil: day.optional(),
    ends: instant.meta({ description: 'Until when the phone may show it without asking again.' }),
    facts: z.array(fact),
    picture: z.string().optional().meta({ description: 'A name in `pictures`.' }),
    state: z.enum(['valid', 'suspended']),
    because: text.optional(),
    codes: z.array(
      z.object({
        view: z.string().meta({ description: 'Empty for the whole document.' }),
        title: text.optional(),
        face: z.boolean(),
        credential: z.string().meta({
          description: 'The issuer’s COSE_Sign1, base64. The phone wraps it into a live code each time.',
        }),
        ends: instant,
      }),
    ),
  })
  .meta({ id: 'WalletCard' })

const nothing = { status: 204, description: { ar: 'تم', en: 'Done' } } as const
const tag = tags.documents

/** Documents on a phone: which one has them, making one, and what it may carry, for wallets that are programs. */
export const walletOperations = (platform: Platform): Operation[] => [
  operation({
    id: 'list-wallet-phones',
    method: 'GET',
    path: '/wallet/phones',
    tag,
    title: { ar: 'جوالات وثائقي', en: 'List the phones of my documents' },
    summary: {
      ar: 'الذي عليه وثائقك أولًا، ثم السابقة.',
      en: 'The one that has them first, then those before.',
    },
    access: 'activated',
    answer: {
      status: 200,
      description: { ar: 'الجوالات', en: 'The phones' },
      schema: z.object({ phones: z.array(phone) }),
    },
    run: async ({ principal }) => {
      const by = forOneself(principal)
      if (!by.ok) return by
      const phones = await walletDevicesOf(platform.db, by.value.person)
      return ok({ body: { phones: phones.map(presentPhone) } })
    },
  }),
  operation({
    id: 'challenge-new-wallet-phone',
    method: 'POST',
    path: '/wallet/phones/challenge',
    tag,
    title: { ar: 'تحدٍّ لجوال جديد', en: 'A challenge for a new phone' },
    summary: {
      ar: 'يُؤكَّد أولًا. يوقّعه الجوال بالمفتاح الذي صنعه.',
      en: 'Confirmed first. The phone signs it with the key that it made.',
    },
    access: 'activated',
    answer: { status: 200, description: { ar: 'التحدي', en: 'The challenge' }, schema: challenge },
    run: async ({ principal }) => {
      const by = forOneself(principal)
      return by.ok ? body(await challengeNewPhone(platform, by.value)) : by
    },
  }),
  operation({
    id: 'enrol-wallet-phone',
    method: 'POST',
    path: '/wallet/phones',
    tag,
    title: { ar: 'وثائقي على هذا الجوال', en: 'Put my documents on a phone' },
    summary: {
      ar: 'تتوقف على الجوال السابق فورًا. replaces هو معرّفه كما رأيته؛ فمن جوالين معًا يفوز واحد.',
      en: 'They stop on the one before at once. `replaces` is its id, as you saw it: of two phones at once, one wins.',
    },
    access: 'activated',
    body: z.strictObject({
      key: deviceKey,
      challenge: token,
      signature,
      replaces: z.uuid().optional(),
      name: z.string().trim().min(1).max(60),
    }),
    answer: { status: 201, description: { ar: 'الجوال', en: 'The phone' }, schema: phone },
    run: async ({ principal, body: given }) => {
      const by = forOneself(principal)
      if (!by.ok) return by
      const it = { ...given, replaces: given.replaces, browser: undefined }
      const made = await enrolWallet(platform, by.value, it)
      return made.ok ? ok({ body: presentPhone(made.value) }) : made
    },
  }),
  operation({
    id: 'end-wallet-phone',
    method: 'DELETE',
    path: '/wallet/phones/{id}',
    tag,
    title: { ar: 'إزالة وثائقي من جوال', en: 'Take my documents off a phone' },
    summary: { ar: 'تتوقف نسخها في الحال.', en: 'Its copies end at once.' },
    access: 'activated',
    params: z.object({ id: idInPath }),
    answer: nothing,
    run: async ({ principal, params: { id } }) => {
      const by = forOneself(principal)
      if (!by.ok) return by
      const done = await endWallet(platform, by.value, id)
      return done.ok ? ok({ body: undefined }) : done
    },
  }),
  operation({
    id: 'list-document-checks',
    method: 'GET',
    path: '/wallet/checks',
    tag,
    title: { ar: 'من تحقق من وثائقي', en: 'Who checked my documents' },
    summary: {
      ar: 'ما طلبت أن تُخبَر به حين عرضت الرمز، الأحدث أولًا.',
      en: 'What you asked to be told when you showed a code, newest first.',
    },
    access: 'activated',
    answer: {
      status: 200,
      description: { ar: 'المرات', en: 'The checks' },
      schema: z.object({
        checks: z.array(
          z.object({
            id: z.string(),
            at: instant,
            title: text,
            view: z.string(),
            saidBy: z
              .string()
              .optional()
              .meta({ description: 'As they call themselves; nobody has made sure.' }),
          }),
        ),
      }),
    },
    run: async ({ principal }) => {
      const by = forOneself(principal)
      if (!by.ok) return by
      const checks = await checksOf(platform.db, by.value.person)
      return ok({
        body: {
          checks: checks.map(({ at, saidBy, ...rest }) => ({
            ...rest,
            at: at.toISOString(),
            ...(saidBy ? { saidBy } : {}),
          })),
        },
      })
    },
  }),
  operation({
    id: 'challenge-wallet-phone',
    method: 'POST',
    path: '/wallet/challenge',
    tag,
    title: { ar: 'تحدٍّ لجوال معروف', en: 'A challenge for a known phone' },
    summary: { ar: 'لا تحتاج إلى جلسة.', en: 'Needs no session.' },
    access: 'anyone',
    body: z.strictObject({ key }),
    answer: { status: 200, description: { ar: 'التحدي', en: 'The challenge' }, schema: challenge },
    run: async ({ body: given, ip }) => body(await challengePhone(platform, given.key, ip)),
  }),
  operation({
    id: 'carry-documents',
    method: 'POST',
    path: '/wallet/cards',
    tag,
    title: { ar: 'ما يحمله جوال', en: 'What a phone may carry' },
    summary: {
      ar: 'بإثبات المفتاح وحده، موقّعًا من جديد لثلاثين يومًا. `wallet-ended`: امحُ كل شيء.',
      en: 'By a proof of its key alone, signed anew for thirty days. `wallet-ended`: erase everything.',
    },
    access: 'anyone',
    body: proof,
    answer: {
      status: 200,
      description: { ar: 'البطاقات', en: 'The cards' },
      schema: z.object({
        now: instant,
        cards: z.array(card),
        pictures: z.record(z.string(), z.string()).meta({ description: 'Data addresses (RFC 2397).' }),
      }),
    },
    run: async ({ body: given }) => {
      const load = await carry(platform, given)
      if (!load.ok) return load
      const { now, pictures, cards } = await loadOf(platform, load.value)
      const presented = cards.map(({ look: _, facts, ...one }) => ({
        ...one,
        facts: presentFacts(facts),
        codes: [...one.codes],
      }))
      return ok({ body: { now, cards: presented, pictures: { ...pictures } } })
    },
  }),
  operation({
    id: 'leave-wallet',
    method: 'POST',
    path: '/wallet/leave',
    tag,
    title: { ar: 'جوال نسي ما عليه', en: 'A phone that has forgotten everything' },
    summary: { ar: 'تتوقف نسخه في الحال.', en: 'Its copies end at once.' },
    access: 'anyone',
    body: proof,
    answer: nothing,
    run: async ({ body: given }) => {
      const left = await leave(platform, given)
      return left.ok ? ok({ body: undefined }) : left
    },
  }),
]

const body = <T>(result: Result<T, Problem>): Result<{ readonly body: T }, Problem> =>
  result.ok ? ok({ body: result.value }) : result

const presentPhone = ({ id, name, since, lastSeen, ended }: WalletDevice): z.output<typeof phone> => ({
  id,
  name,
  since: since.toISOString(),
  lastSeen: lastSeen.toISOString(),
  ...(ended ? { ended: { at: ended.at.toISOString(), because: ended.because } } : {}),
})
