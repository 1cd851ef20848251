import type { NextStep } from '#platform/catalogue/block.ts'

/** Addresses that the chrome links to; the channels answer them. */
export const paths = {
  home: '/',
  search: '/search',
  guide: '/services',
  signIn: '/sign-in',
  signOut: '/sign-out',
  inbox: '/inbox',
  requests: '/requests',
  documents: '/documents',
  wallet: '/wallet',
  access: '/access',
  settings: '/account',
  family: '/family',
  delegations: '/delegations',
  business: '/business',
  stopActing: '/acting/stop',
  centres: '/activation-centres',
  contact: '/contact',
  verify: '/verify',
  office: '/office',
  officeSignIn: '/office/sign-in',
  officeSignOut: '/office/sign-out',
  privacy: '/privacy',
  accessibility: '/accessibility',
  sandbox: '/sandbox',
  theme: '/preferences/theme',
} as const

/** Where the next step of a refusal or an answer leads. */
export function hrefOf(next: NextStep): string {
  if ('page' in next) return next.page
  const subject = next.subject === undefined ? '' : `?subject=${encodeURIComponent(next.subject)}`
  return `${paths.guide}/${next.service}${subject}`
}

/** The same page in another language. */
export function inLanguage(path: string, locale: string): string {
  const [address = '/', query] = path.split('?', 2)
  const params = new URLSearchParams(query)
  params.set('lang', locale)
  return `${address}?${params}`
}
