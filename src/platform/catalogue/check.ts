import type { Text } from '#kernel/text.ts'
import type { Form } from '#platform/forms/field.ts'
import type { Findings } from './catalogue.ts'
import { checkDocuments } from './check-documents.ts'
import { type Audience, type Definition, isForEstablishments, type ServiceDefinition } from './definition.ts'
import { complete, nameOf } from './naming.ts'
import { establishmentPowers } from './power.ts'

/** Every mistake in the definitions, as `file: what is wrong`; none when they can be served. */
export function check(findings: Findings): string[] {
  const mistakes: string[] = []
  const sectors = new Map(findings.sectors.map(({ it }) => [it.name, it]))
  const slugs = new Set(findings.definitions.map(({ it }) => it.slug))
  const documents = new Set(findings.documents.map(({ it }) => it.name))
  const rateNames = new Set<string>()
  const seen = new Set<string>()

  for (const { file, name, rate } of findings.rates) {
    if (rateNames.has(name)) mistakes.push(`${file}: rate '${name}' is defined twice`)
    rateNames.add(name)
    rate.amounts.forEach((one, at) => {
      const next = rate.amounts[at + 1]
      if (next && (!one.validTo || one.validTo >= next.validFrom))
        mistakes.push(`${file}: rate '${name}' has spans that overlap at ${next.validFrom}`)
    })
    if (!rate.amounts.length) mistakes.push(`${file}: rate '${name}' has no amount`)
  }

  for (const { file, it } of findings.definitions) {
    const say = (what: string) => mistakes.push(`${file}: ${what}`)
    const key = `${it.slug}@${it.version}`
    if (seen.has(key)) say(`'${key}' is defined twice`)
    seen.add(key)
    const expected = nameOf(file)
    if (it.slug !== expected) say(`its slug is '${it.slug}', but the file is named '${expected}'`)
    if (!sectors.has(it.sector)) say(`names unknown sector '${it.sector}'`)
    if (!Number.isInteger(it.version) || it.version < 1) say('its version is not a whole number from 1')
    for (const [name, text] of [
      ['title', it.title],
      ['summary', it.summary],
      ['time', it.time],
    ] as const)
      if (!complete(text)) say(`its ${name} is not in every language`)
    if (it.variantOf && !slugs.has(it.variantOf)) say(`is a form of unknown '${it.variantOf}'`)
    if (!it.audience.length) say('has no audience')
    checkAudience(it, say)
    checkForm(it, say)
    if (it.kind === 'service')
      checkService(it, { rateNames, slugs, documents, units: sectors.get(it.sector)?.units ?? {} }, say)
  }
  checkAhead(findings, mistakes)
  checkDocuments(findings, mistakes)
  for (const { file, it } of [...findings.documents, ...findings.prompts, ...findings.lifeEvents])
    if (!sectors.has(it.sector)) mistakes.push(`${file}: names unknown sector '${it.sector}'`)
  const held = new Set<string>()
  for (const { file, it } of findings.lifeEvents)
    for (const { entry } of it.steps)
      if (!slugs.has(entry)) mistakes.push(`${file}: sends to unknown entry '${entry}'`)
  for (const { file, it } of findings.holdings) {
    if (!sectors.has(it.sector)) mistakes.push(`${file}: names unknown sector '${it.sector}'`)
    if (held.has(it.name)) mistakes.push(`${file}: holding '${it.name}' is defined twice`)
    held.add(it.name)
    if (!complete(it.title)) mistakes.push(`${file}: its title is not in every language`)
  }
  checkOperations(findings, sectors, mistakes)
  return mistakes
}

/** A code that is typed in a bank names one service. */
function checkAhead({ definitions }: Findings, mistakes: string[]): void {
  const codes = new Map<string, string>()
  for (const { file, it } of definitions)
    for (const step of it.kind === 'service' ? it.steps : []) {
      if (step.kind !== 'payment' || !step.ahead) continue
      const { code } = step.ahead
      if (!/^\d{2}$/.test(code)) mistakes.push(`${file}: the bank's code '${code}' is not of two digits`)
      if ((codes.get(code) ?? it.slug) !== it.slug)
        mistakes.push(`${file}: the bank's code '${code}' is that of '${codes.get(code)}'`)
      codes.set(code, it.slug)
    }
}

function checkOperations(
  findings: Findings,
  sectors: ReadonlyMap<string, unknown>,
  mistakes: string[],
): void {
  const seen = new Set<string>()
  const paths = new Set<string>()
  for (const { file, it } of findings.operations) {
    const say = (what: string) => mistakes.push(`${file}: ${what}`)
    if (seen.has(it.slug)) say(`operation '${it.slug}' is defined twice`)
    seen.add(it.slug)
    if (it.slug !== nameOf(file)) say(`its slug is '${it.slug}', but the file is named '${nameOf(file)}'`)
    if (!sectors.has(it.sector)) say(`names unknown sector '${it.sector}'`)
    if (!/^(\/[a-z-]+)+$/.test(it.path)) say(`its path '${it.path}' is not like '/violations'`)
    if (paths.has(it.path)) say(`its path '${it.path}' is another operation's`)
    paths.add(it.path)
    if (!/^[a-z-]+:[a-z]+$/.test(it.scope)) say(`its scope '${it.scope}' is not like 'things:write'`)
    if (!complete(it.title) || !complete(it.summary)) say('its title or summary is not in every language')
    checkPages(it.input, say)
  }
}

function checkForm(it: Definition, say: (what: string) => void): void {
  if (it.kind === 'procedure') return
  for (const [name, field] of Object.entries(it.form.fields))
    if (field.options === 'subject' && !it.options) say(`field '${name}' takes options that nothing loads`)
  checkPages(it.form, say)
}

/** What is for establishments is about one of theirs, under a power that one can grant; nothing else is. */
function checkAudience(it: Definition, say: (what: string) => void): void {
  const theirs = isForEstablishments(it)
  if (!theirs && it.audience.some((one: Audience) => one === 'establishment'))
    say('is for persons and for establishments at once')
  if (it.kind === 'procedure') {
    if (theirs) say('is a procedure, which is done by persons alone')
    return
  }
  if ((it.subject?.of === 'establishment') !== theirs)
    say(theirs ? 'is for establishments, but not about one' : 'is about an establishment, but not for one')
  if (!theirs) return
  if (!it.power || !establishmentPowers.has(it.power)) say(`asks the unknown power '${it.power ?? ''}'`)
  if (it.delegable) say('is delegable by persons, but for establishments')
  if (it.kind === 'inquiry' && it.access !== 'signed-in') say('is for establishments, but public')
}

function checkPages(form: Form, say: (what: string) => void): void {
  const names = Object.keys(form.fields)
  const asked = form.pages.flatMap((page) => page.fields)
  for (const name of asked) if (!names.includes(name)) say(`a page asks for unknown field '${name}'`)
  for (const name of names) if (!asked.includes(name)) say(`field '${name}' is on no page`)
  for (const name of names)
    if (!complete(form.fields[name]?.label)) say(`field '${name}' has no label in some language`)
}

function checkService(
  it: ServiceDefinition,
  known: {
    readonly rateNames: ReadonlySet<string>
    readonly slugs: ReadonlySet<string>
    readonly documents: ReadonlySet<string>
    readonly units: Readonly<Record<string, Text>>
  },
  say: (what: string) => void,
): void {
  const fields = Object.keys(it.form.fields)
  const roles = ['applicant', ...Object.keys(it.parties ?? {})]
  const field = (name: string, what: string) => {
    if (!fields.includes(name)) say(`${what} names unknown field '${name}'`)
  }
  const role = (name: string, what: string) => {
    if (!roles.includes(name)) say(`${what} names unknown role '${name}'`)
  }
  for (const [name, of] of Object.entries(it.parties ?? {})) field(of, `party '${name}'`)
  for (const rule of it.rules) {
    if (rule.of && rule.of !== 'actor') role(rule.of, `rule '${rule.name}'`)
    if (rule.of && !['applicant', 'actor'].includes(rule.of) && rule.when === 'opening')
      say(`rule '${rule.name}' is about '${rule.of}', who is known only at the submission`)
    if (rule.remedy && 'service' in rule.remedy && !known.slugs.has(rule.remedy.service))
      say(`rule '${rule.name}' sends to unknown service '${rule.remedy.service}'`)
  }
  const steps = new Set<string>()
  for (const step of it.steps) {
    const what = `step '${step.id}'`
    if (steps.has(step.id)) say(`${what} is there twice`)
    steps.add(step.id)
    if (step.within.days <= 0) say(`${what} has no deadline`)
    if (step.kind === 'approval' || step.kind === 'payment') role(step.by, what)
    if (step.kind === 'approval') for (const name of step.shows) field(name, what)
    if (step.kind === 'payment' && step.ahead) {
      const options = it.form.fields[step.ahead.choice]?.options
      if (!options || options === 'subject')
        say(`${what} is paid ahead by '${step.ahead.choice}', which is no fixed choice`)
      if (step.by !== 'applicant') say(`${what} is paid ahead, but not by the applicant`)
    }
    if (step.kind === 'payment')
      for (const item of step.items)
        if ('rate' in item && !known.rateNames.has(item.rate))
          say(`${what} names unknown rate '${item.rate}'`)
    if ((step.kind === 'review' || step.kind === 'appointment') && !(step.unit in known.units))
      say(`${what} names unknown unit '${step.unit}'`)
  }
  for (const one of it.documents ?? []) {
    if (!known.documents.has(one.document)) say(`names unknown document '${one.document}'`)
    if (one.to && one.to !== 'subject') role(one.to, `document '${one.document}'`)
  }
  for (const [event, notices] of Object.entries(it.notices ?? {}))
    for (const one of notices)
      for (const to of one.to) if (to !== 'subject' && to !== 'parents') role(to, `notice '${event}'`)
  if (it.payout && 'to' in it.payout) {
    role(it.payout.to, 'payout')
    field(it.payout.ibanField, 'payout')
    if (it.form.fields[it.payout.ibanField]?.kind !== 'iban')
      say(`payout field '${it.payout.ibanField}' is no IBAN`)
  }
  if (it.delivery) field(it.delivery.addressField, 'delivery')
  if (it.retentionYears <= 0) say('has no retention')
}
