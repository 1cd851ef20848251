import type { Text } from '#kernel/text.ts'
import type { AccountState } from '#platform/accounts/account-tables.ts'
import type { ActivationChannel } from '#platform/accounts/activation-tables.ts'
import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { contactOf } from '#platform/contacts/contact.ts'

const states: Readonly<Record<AccountState, Text>> = {
  registered: { ar: 'مسجّل، لم يُفعّل بعد', en: 'Registered, not yet active' },
  activated: { ar: 'مفعّل', en: 'Active' },
  suspended: { ar: 'موقوف', en: 'Suspended' },
  closed: { ar: 'مغلق', en: 'Closed' },
}

const channels: Readonly<Record<ActivationChannel, Text>> = {
  officer: { ar: 'موظف التفعيل', en: 'An activation officer' },
  'bank-app': { ar: 'تطبيق المصرف', en: 'The bank’s app' },
  'bank-web': { ar: 'موقع المصرف', en: 'The bank’s website' },
  atm: { ar: 'الصرّاف الآلي', en: 'An ATM' },
  kiosk: { ar: 'جهاز الخدمة الذاتية', en: 'A self-service device' },
}

export default holding('account', {
  sector: 'accounts',
  title: { ar: 'حسابك', en: 'Your account' },
  order: 60,
  screenOnly: true,
  blocks: async ({ db, vault }, person) => {
    const account = await db
      .selectFrom('account')
      .select(['state', 'username', 'registered_at', 'activated_at', 'activated_through'])
      .where('person_id', '=', person)
      .executeTakeFirst()
    if (!account) return []
    const contact = await contactOf(db, vault, person)
    const consent = await db
      .selectFrom('terms_acceptance')
      .select(['version', 'accepted_at'])
      .where('person_id', '=', person)
      .orderBy('accepted_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    const { activated_at: activated, activated_through: through } = account
    return [
      {
        kind: 'facts',
        facts: [
          { key: 'state', label: { ar: 'الحالة', en: 'State' }, value: v.text(states[account.state]) },
          { key: 'username', label: { ar: 'اسم المستخدم', en: 'Username' }, value: v.code(account.username) },
          {
            key: 'mobile',
            label: { ar: 'الجوال', en: 'Mobile' },
            value: contact?.mobile ? v.code(contact.mobile) : v.none,
          },
          {
            key: 'email',
            label: { ar: 'البريد الإلكتروني', en: 'E-mail' },
            value: contact?.email ? v.code(contact.email) : v.none,
          },
          {
            key: 'registeredAt',
            label: { ar: 'سُجّل في', en: 'Registered' },
            value: v.instant(account.registered_at),
          },
          {
            key: 'activatedAt',
            label: { ar: 'فُعّل في', en: 'Activated' },
            value: activated ? v.instant(activated) : v.none,
          },
          {
            key: 'activatedThrough',
            label: { ar: 'فُعّل عن طريق', en: 'Activated through' },
            value: through ? v.text(channels[through]) : v.none,
          },
          {
            key: 'termsVersion',
            label: { ar: 'الشروط التي وافقت عليها', en: 'Terms that you accepted' },
            value: consent ? v.code(consent.version) : v.none,
          },
        ],
      },
    ]
  },
})
