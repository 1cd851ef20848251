import type { PluralForms } from '#kernel/format.ts'
import type { EstablishmentDelegation } from '#platform/authority/tables.ts'

/** What the chrome of every channel says. A message that a language lacks does not compile. */
export interface Messages {
  name: string
  tagline: string
  skip: string
  demo: string
  demoLabel: string
  demoLink: string
  sections: { portal: string; office: string; verify: string; sandbox: string }
  header: {
    label: string
    nav: string
    home: string
    search: string
    signIn: string
    account: string
    inbox: string
    inboxUnread: PluralForms
    requests: string
    documents: string
    access: string
    family: string
    delegations: string
    business: string
    settings: string
    signOut: string
  }
  acting: {
    label: string
    now: string
    /** In an establishment's workspace. */
    workspace: string
    rights: Record<'owner' | EstablishmentDelegation, string>
    over: string
    switch: string
    stop: string
    leave: string
    byDelegate: string
  }
  otherLanguage: string
  theme: {
    label: string
    auto: string
    light: string
    dark: string
    toLight: string
    toDark: string
  }
  footer: {
    label: string
    centres: string
    contact: string
    openNow: string
    opens: string
    verify: string
    guide: string
    privacy: string
    accessibility: string
    about: string
  }
  form: {
    optional: string
    errors: PluralForms
    errorPrefix: string
    yes: string
    no: string
    choose: string
    day: string
    month: string
    year: string
    calendar: string
    gregorian: string
    hijri: string
    gregorianExample: string
    hijriExample: string
    letters: string
    digits: string
    chooseFile: string
    fileKept: string
    fileLimit: string
    personNumberHint: string
    mobileHint: string
    ibanHint: string
    plateHint: string
    show: string
    hide: string
    address: {
      short: string
      building: string
      street: string
      district: string
      city: string
      postcode: string
      additional: string
      unit: string
      region: string
    }
  }
  code: {
    title: string
    image: string
    enter: string
    another: string
    listen: string
  }
  otp: { hint: string; hintPlain: string; hintApp: string }
  values: { yes: string; no: string; none: string; corresponds: string }
  verdicts: {
    met: string
    unmet: string
    hidden: string
    hiddenWhy: string
    all: string
    some: PluralForms
    based: string
  }
  fees: {
    title: string
    government: string
    platform: string
    fine: string
    escrow: string
    vat: string
    total: string
    free: string
    item: string
    amount: string
  }
  timeline: { done: string; current: string; ahead: string; stopped: string; by: string }
  status: {
    draft: string
    'in-progress': string
    fulfilled: string
    rejected: string
    cancelled: string
    expired: string
  }
  tone: { good: string; bad: string; warning: string; neutral: string }
  document: {
    view: string
    open: string
    number: string
    expires: string
    expired: string
    valid: string
    suspended: string
    superseded: string
    revoked: string
  }
  steps: { of: string }
  pagination: { label: string; previous: string; next: string; page: string; of: string }
  breadcrumbs: string
  search: {
    label: string
    placeholder: string
    submit: string
    suggestions: string
  }
  plate: { label: string }
  copy: { do: string; done: string }
  print: string
  back: string
  unsaved: string
  waiting: string
}
