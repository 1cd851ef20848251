import { formatMobile } from '#kernel/mobile.ts'
import type { EstablishmentSubjectType, Subject } from '#platform/catalogue/subject.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Db } from '#platform/database/tables.ts'
import { answerable } from '#platform/people/holder.ts'
import { products, tiers } from './products.ts'
import { accountOf, type TelecomAccount } from './registry/account.ts'
import { findLine, type Line, linesOf } from './registry/lines.ts'
import { findSubscription, type Subscription, subscriptionsOf } from './registry/subscriptions.ts'

const shared = { of: 'establishment', ground: 'establishment' } as const

/** The establishment's account at its operator. */
export const telecomAccount: EstablishmentSubjectType<TelecomAccount> = {
  ...shared,
  kind: 'telecom-account',
  choose: { ar: 'حساب المنشأة', en: 'The establishment’s account' },
  none: {
    ar: 'ليس للمنشأة حساب لدى مشغّل اتصالات. افتحه لدى المشغّل، ثم يظهر هنا.',
    en: 'The establishment has no account at a telecom operator. Open one there; it then appears here.',
  },
  async list({ db }, establishment) {
    const account = await accountOf(db, establishment)
    if (!account) return []
    const { operator, number } = account
    return [
      {
        id: number,
        person: await answerable(db, establishment),
        label: operator.name,
        detail: { ar: `حساب ${number}`, en: `Account ${number}` },
        facts: [{ key: 'account', label: { ar: 'رقم الحساب', en: 'Account number' }, value: v.code(number) }],
        value: account,
      },
    ]
  },
}

/** A service of the operator in one state to choose from; any of the establishment's by id. */
const subscription = (
  state: Subscription['state'],
  texts: Pick<EstablishmentSubjectType, 'choose' | 'none'>,
): EstablishmentSubjectType<Subscription> => ({
  ...shared,
  ...texts,
  kind: 'telecom-subscription',
  async list({ db }, establishment) {
    const all = await subscriptionsOf(db, establishment)
    return Promise.all(all.filter((one) => one.state === state).map((one) => subscriptionSubject(db, one)))
  },
  async find({ db }, establishment, id) {
    const found = await findSubscription(db, establishment, id)
    return found && subscriptionSubject(db, found)
  },
})

export const inactiveSubscription = subscription('inactive', {
  choose: { ar: 'اختر الخدمة التي تنشّطها', en: 'Choose the service to activate' },
  none: {
    ar: 'لا خدمة تنتظر التنشيط. اطلب خدمة جديدة أولًا.',
    en: 'No service waits to be activated. Request a new one first.',
  },
})

export const activeSubscription = subscription('active', {
  choose: { ar: 'اختر الخدمة', en: 'Choose the service' },
  none: { ar: 'ليس للمنشأة خدمة نشطة.', en: 'The establishment has no active service.' },
})

const subscriptionSubject = async (db: Db, it: Subscription): Promise<Subject<Subscription>> => ({
  id: it.id,
  person: await answerable(db, it.establishment),
  label: products[it.product],
  detail: {
    ar: [tiers[it.tier].ar, it.purpose].filter(Boolean).join('، '),
    en: [tiers[it.tier].en, it.purpose].filter(Boolean).join(', '),
  },
  value: it,
})

/** A line without an actual user, to choose from; any of the establishment's by id. */
export const openLine: EstablishmentSubjectType<Line> = {
  ...shared,
  kind: 'telecom-line',
  choose: { ar: 'اختر الخط', en: 'Choose the line' },
  none: { ar: 'كل خطوط المنشأة موثّقة.', en: 'Every line of the establishment is authenticated.' },
  async list({ db }, establishment) {
    const all = await linesOf(db, establishment)
    return Promise.all(all.filter((one) => !one.user).map((one) => lineSubject(db, one)))
  },
  async find({ db }, establishment, id) {
    const found = await findLine(db, establishment, id)
    return found && lineSubject(db, found)
  },
}

/** A line with an actual user. */
export const usedLine: EstablishmentSubjectType<UsedLine> = {
  ...shared,
  kind: 'telecom-used-line',
  choose: { ar: 'اختر خط المستخدم', en: 'Choose the user’s line' },
  none: {
    ar: 'ليس لأي خط مستخدم فعلي بعد. وثّق الخطوط أولًا.',
    en: 'No line has an actual user yet. Authenticate the lines first.',
  },
  async list({ db }, establishment) {
    const used = (await linesOf(db, establishment)).filter(isUsed)
    return Promise.all(used.map((one) => lineSubject(db, one)))
  },
  async find({ db }, establishment, id) {
    const found = await findLine(db, establishment, id)
    return found && isUsed(found) ? lineSubject(db, found) : undefined
  },
}

type UsedLine = Line & { readonly user: NonNullable<Line['user']> }
const isUsed = (it: Line): it is UsedLine => it.user !== undefined

const lineLabel = ({ number }: Line) => {
  const written = formatMobile(number)
  return { ar: `الخط ${written}`, en: `Line ${written}` }
}

const lineSubject = async <L extends Line>(db: Db, it: L): Promise<Subject<L>> => ({
  id: it.id,
  person: await answerable(db, it.establishment),
  label: lineLabel(it),
  value: it,
})
