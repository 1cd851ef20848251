import type { Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import { fact, not } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { linesPerDelegate } from './limits.ts'
import type { TelecomAccount } from './registry/account.ts'
import { billsOf } from './registry/bills.ts'
import { authenticatedBy, type Line } from './registry/lines.ts'
import type { Subscription } from './registry/subscriptions.ts'

export const somethingDue = rule<TelecomAccount>({
  name: 'telecom-bill-due',
  title: { ar: 'فاتورة تنتظر السداد', en: 'A bill waits to be paid' },
  when: 'opening',
  // What was paid by this very request is no longer due at its end.
  lasts: 'submission',
  facts: async ({ db, subject }) => ({
    due: {
      label: { ar: 'فواتير للسداد', en: 'Bills to pay' },
      value: v.number((await billsOf(db, subject.establishment, 'due')).length),
    },
  }),
  condition: fact('due').atLeast(1),
  reason: { ar: 'لا فاتورة تنتظر السداد.', en: 'No bill waits to be paid.' },
})

export const nothingOverdue = rule<TelecomAccount>({
  name: 'telecom-nothing-overdue',
  title: { ar: 'لا فاتورة متأخرة', en: 'No bill is overdue' },
  when: 'opening',
  facts: async ({ db, subject, today }) => {
    const due = await billsOf(db, subject.establishment, 'due')
    return {
      overdue: {
        label: { ar: 'فواتير متأخرة', en: 'Overdue bills' },
        value: v.number(due.filter((one) => one.dueOn < today).length),
      },
    }
  },
  condition: fact('overdue').atMost(0),
  reason: {
    ar: 'على الحساب فواتير متأخرة: {overdue}. سدّدها أولًا.',
    en: 'The account has overdue bills: {overdue}. Pay them first.',
  },
  remedy: { label: { ar: 'سدّد', en: 'Pay' }, service: 'pay-establishment-bill' },
})

const states: Readonly<Record<Subscription['state'], Text>> = {
  inactive: { ar: 'تنتظر التنشيط', en: 'Waits to be activated' },
  active: { ar: 'نشطة', en: 'Active' },
  cancelled: { ar: 'ملغاة', en: 'Cancelled' },
}

/** The service is in the state that what is asked needs. */
export const subscriptionIs = (state: 'inactive' | 'active', title: Text, reason: Text) =>
  rule<Subscription>({
    name: `telecom-subscription-${state}`,
    title,
    when: 'opening',
    facts: async ({ subject }) => ({
      state: { label: { ar: 'الحالة', en: 'State' }, value: v.text(states[subject.state]) },
    }),
    condition: fact('state').equals(states[state].en),
    reason,
  })

export const notAuthenticated = rule<Line>({
  name: 'telecom-line-open',
  title: { ar: 'الخط غير موثّق', en: 'The line is not authenticated' },
  when: 'opening',
  facts: async ({ subject }) => ({
    authenticated: {
      label: { ar: 'موثّق', en: 'Authenticated' },
      value: v.yesNo(subject.user !== undefined),
    },
  }),
  condition: not(fact('authenticated').equals(true)),
  reason: { ar: 'وُثّق هذا الخط من قبل.', en: 'This line was authenticated already.' },
})

/** The cap is each delegate's own, whatever establishments their lines are of. */
export const linesLeft = rule<Line>({
  name: 'telecom-lines-left',
  title: { ar: 'لم تبلغ حد التوثيق', en: 'You have lines left to authenticate' },
  when: 'opening',
  of: 'actor',
  facts: async ({ db, person }) => ({
    lines: {
      label: { ar: 'خطوط وثّقتها', en: 'Lines that you authenticated' },
      value: v.number(await authenticatedBy(db, person)),
    },
  }),
  condition: fact('lines').atMost(linesPerDelegate - 1),
  reason: {
    ar: `وثّقت ببصمتك {lines} خطوط، وهو الحد (${linesPerDelegate}). يوثّق البقية مفوَّض آخر.`,
    en: `You have authenticated {lines} lines, which is the most (${linesPerDelegate}). Another delegate does the others.`,
  },
})
