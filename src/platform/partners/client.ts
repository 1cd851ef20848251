import type { JWK } from 'jose'
import type { Text } from '#kernel/text.ts'
import type { Db } from '#platform/database/tables.ts'

/** What a partner may be allowed. */
export const scopes = {
  'activations:write': {
    ar: 'تفعيل حسابات العملاء الذين تحققت من هويتهم',
    en: 'Activate accounts of customers whose identity it has proven',
  },
  'mobiles:write': {
    ar: 'تحديث جوالات العملاء الذين تحققت من هويتهم',
    en: 'Update the mobiles of customers whose identity it has proven',
  },
  'bills:write': {
    ar: 'سداد فواتير العملاء واسترداد ما يعود إليهم',
    en: 'Pay bills for its customers, and give back what is theirs again',
  },
  'violations:write': { ar: 'تسجيل مخالفات مرورية', en: 'Record traffic violations' },
  'custody:write': { ar: 'قيد صكوك الحضانة وإنهاؤها', en: 'Enter custody deeds, and end them' },
  'crossings:write': { ar: 'تسجيل الدخول والخروج عبر المنافذ', en: 'Record crossings of the border' },
  'lines:write': { ar: 'تسجيل خطوط الجوال بأسماء أصحابها', en: 'Record whose mobile lines are' },
  'wallet-questions': {
    ar: 'سؤال محافظ الأشخاص عن وثائقهم بموافقتهم',
    en: 'Ask people’s wallets for their documents, with their consent',
  },
  'lost-papers:read': {
    ar: 'السؤال هل أُبلغ عن فقد بطاقة أو شهادة',
    en: 'Ask whether a card or certificate was reported lost',
  },
  'deliveries:write': { ar: 'الإبلاغ عن حال الشحنات', en: 'Report where deliveries are' },
} as const satisfies Record<string, Text>

export type Scope = keyof typeof scopes

/** A program of another organisation, with its public keys. */
export interface Client {
  readonly clientId: string
  readonly name: Text
  readonly jwks: { readonly keys: readonly JWK[] }
  readonly scopes: readonly Scope[]
}

/** Registers a client, or gives a registered one new keys and scopes. Refuses private keys. */
export async function registerClient(db: Db, client: Client): Promise<void> {
  if (client.jwks.keys.some((key) => 'd' in key || key.kty === 'oct'))
    throw new Error(`the keys of ${client.clientId} are private; register public ones`)
  const row = {
    client_id: client.clientId,
    name: JSON.stringify(client.name),
    jwks: JSON.stringify(client.jwks),
    scopes: [...client.scopes],
    active: true,
  }
  await db
    .insertInto('partner_client')
    .values(row)
    .onConflict((conflict) => conflict.column('client_id').doUpdateSet(row))
    .execute()
}

/** Turns a client away from now on: no new token, and those it holds are worth nothing. */
export async function removeClient(db: Db, clientId: string): Promise<void> {
  await db.updateTable('partner_client').set({ active: false }).where('client_id', '=', clientId).execute()
  await db.deleteFrom('partner_token').where('client_id', '=', clientId).execute()
}
