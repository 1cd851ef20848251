import type { HolderNumber } from '#kernel/holder-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import { type Locale, say, type Text } from '#kernel/text.ts'
import { isId, newId } from '#platform/database/ids.ts'
import type { Tx } from '#platform/database/tables.ts'
import { transact } from '#platform/database/transact.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * Opens a payment of a bill at the provider, or finds the one that is open: a double click opens one.
 * The person goes on at the `url`; what happens there arrives later by webhook.
 */
export async function openPayment(
  platform: Pick<Platform, 'db' | 'clock' | 'payments' | 'log'>,
  payer: HolderNumber,
  billId: string,
  it: { language: Locale; returnTo: string },
): Promise<Result<{ readonly url: string }, Text>> {
  const provider = platform.payments
  if (!provider) return err(refusals.notConfigured)
  if (!isId(billId)) return err(refusals.notFound)
  const begun = await transact(platform.db, (tx) =>
    begin(tx, { payer, bill: billId, provider: provider.name, at: platform.clock.now() }),
  )
  if (!begun.ok) return begun
  const { id, url, amount, number, title } = begun.value
  if (url) return ok({ url })
  try {
    // Outside the transaction, and the same ask for the same payment however often it is repeated.
    const opened = await provider.open({
      payment: id,
      bill: number,
      amount,
      title: say(title, it.language),
      language: it.language,
      returnTo: it.returnTo,
    })
    await platform.db
      .updateTable('payment')
      .set({ reference: opened.reference, url: opened.url })
      .where('person_id', '=', payer)
      .where('id', '=', id)
      .execute()
    return ok({ url: opened.url })
  } catch (error) {
    platform.log.warn({ payment: id, err: error }, 'the payment provider did not open a payment')
    return err(refusals.noAnswer)
  }
}

async function begin(tx: Tx, it: { payer: HolderNumber; bill: string; provider: string; at: Date }) {
  const bill = await tx
    .selectFrom('bill')
    .select(['state', 'due', 'total', 'number', 'title'])
    .where('person_id', '=', it.payer)
    .where('id', '=', it.bill)
    .forUpdate()
    .executeTakeFirst()
  if (!bill) return err(refusals.notFound)
  if (bill.state === 'paid') return err(refusals.paid)
  if (bill.state !== 'due') return err(refusals.closed)
  if (bill.due <= it.at) return err(refusals.tooLate)
  const words = { number: bill.number, title: bill.title, amount: bill.total }
  const open = await tx
    .selectFrom('payment')
    .select(['id', 'url'])
    .where('person_id', '=', it.payer)
    .where('bill_id', '=', it.bill)
    .where('state', '=', 'opened')
    .executeTakeFirst()
  if (open) return ok({ ...open, ...words })
  const id = newId(it.at)
  await tx
    .insertInto('payment')
    .values({
      person_id: it.payer,
      id,
      bill_id: it.bill,
      provider: it.provider,
      amount: bill.total,
      state: 'opened',
      opened_at: it.at,
    })
    .execute()
  await tx.insertInto('payment_owner').values({ id, person_id: it.payer }).execute()
  return ok({ id, url: null, ...words })
}

const refusals = {
  notConfigured: {
    ar: 'الدفع غير متاح في هذه البوابة الآن. لم يُخصم منك شيء. حاول لاحقًا.',
    en: 'Payment is not available on this portal at the moment. Nothing was taken. Please try again later.',
  },
  notFound: {
    ar: 'لم نجد هذه الفاتورة. افتح «طلباتك» وسدّد من صفحة الطلب.',
    en: 'We could not find this bill. Open "Your requests" and pay from the page of the request.',
  },
  paid: {
    ar: 'هذه الفاتورة مدفوعة. لا يلزمك شيء.',
    en: 'This bill is paid. You do not need to do anything.',
  },
  closed: {
    ar: 'أُلغيت هذه الفاتورة ولا يمكن دفعها. إن كنت ما زلت تحتاج الخدمة فابدأ طلبًا جديدًا.',
    en: 'This bill was withdrawn and cannot be paid. If you still need the service, start a new request.',
  },
  tooLate: {
    ar: 'انتهت مهلة دفع هذه الفاتورة. ابدأ طلبًا جديدًا لتصدر لك فاتورة أخرى.',
    en: 'The time to pay this bill is over. Start a new request to get another bill.',
  },
  noAnswer: {
    ar: 'لا تستجيب خدمة الدفع الآن. لم يُخصم منك شيء. حاول بعد بضع دقائق.',
    en: 'The payment service is not answering. Nothing was taken. Please try again in a few minutes.',
  },
} as const satisfies Record<string, Text>
