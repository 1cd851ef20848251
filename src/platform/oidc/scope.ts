import type { Text } from '#kernel/text.ts'

/**
 * What a site may ask for, and the claims of OpenID Connect that each scope opens. `openid` alone says that
 * it is the same person as last time, and nothing about them.
 */
export const scopes = {
  profile: { label: { ar: 'الاسم', en: 'Name' }, claims: ['name', 'name#en'] },
  adult: { label: { ar: 'هل بلغت 18 سنة', en: 'Whether you are 18 or older' }, claims: ['age_over_18'] },
  birthdate: { label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, claims: ['birthdate'] },
  gender: { label: { ar: 'الجنس', en: 'Sex' }, claims: ['gender'] },
  nationality: { label: { ar: 'الجنسية', en: 'Nationality' }, claims: ['nationalities'] },
  address: { label: { ar: 'العنوان الوطني', en: 'National address' }, claims: ['address'] },
  phone: {
    label: { ar: 'رقم الجوال', en: 'Mobile number' },
    claims: ['phone_number', 'phone_number_verified'],
  },
  person: { label: { ar: 'رقم الهوية أو الإقامة', en: 'ID or iqama number' }, claims: ['person_number'] },
} as const satisfies Record<string, { readonly label: Text; readonly claims: readonly string[] }>

export type SiteScope = keyof typeof scopes

export const siteScopes = Object.keys(scopes) as readonly SiteScope[]

export const isSiteScope = (name: string): name is SiteScope => Object.hasOwn(scopes, name)

/** The scopes of a request, `openid` aside, in the order in which they are shown. */
export function scopesIn(asked: string | readonly string[]): readonly SiteScope[] {
  const names = new Set(typeof asked === 'string' ? asked.split(' ') : asked)
  return siteScopes.filter((name) => names.has(name))
}
