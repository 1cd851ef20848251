import { LinkButton } from '#channels/face/button.tsx'
import { Facts } from '#channels/face/facts.tsx'
import { fill } from '#channels/face/messages.ts'
import { Notice } from '#channels/face/notice.tsx'
import { Portrait } from '#channels/face/portrait.tsx'
import { VerdictList } from '#channels/face/verdict-list.tsx'
import { dayOf } from '#kernel/day.ts'
import { plural } from '#kernel/format.ts'
import { ageIn } from '#kernel/hijri.ts'
import type { Locale, Text } from '#kernel/text.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Person } from '#platform/people/person.ts'
import { filesOf } from '#platform/requests/evidence.ts'
import type { OfficeCaseView } from '#platform/requests/read.ts'
import { officeMessages } from '../messages.ts'
import { said } from '../said.ts'
import type { CasePageProps } from './case-page.tsx'

/** A person of the case, and as what. */
export interface Participant {
  readonly as: Text
  readonly person: Person
}

/** Who it is about and, while the case is open, how the conditions stand now. */
export function FactsSide({ visit, view, persons, now }: CasePageProps) {
  const { locale } = visit
  const m = officeMessages(locale).case
  return (
    <section class="sheet stack" aria-labelledby="facts">
      <h2 id="facts">{m.facts}</h2>
      {persons.map(({ as, person }) => (
        <PersonView
          key={person.id + as.en}
          as={as}
          person={person}
          locale={locale}
          child={ageIn('gregorian', person.born, dayOf(now)) < 18}
        />
      ))}
      {view.facts.length > 0 && (
        <div>
          <h3>{view.row.subject_label[locale]}</h3>
          <Facts facts={view.facts} locale={locale} />
        </div>
      )}
      {view.row.state.status === 'in-progress' && <Conditions visit={visit} view={view} />}
    </section>
  )
}

function Conditions({ visit, view }: Pick<CasePageProps, 'visit' | 'view'>) {
  const { locale } = visit
  const m = officeMessages(locale).case
  const unmet = view.verdicts.filter((one) => one.outcome === 'unmet').length
  if (!view.verdicts.length) return <p class="muted">{m.noConditions}</p>
  return (
    <>
      <Notice
        tone={unmet > 0 ? 'bad' : 'good'}
        title={unmet > 0 ? plural(locale, unmet, m.unmet) : m.allMet}
      />
      <VerdictList verdicts={view.verdicts} locale={locale} />
    </>
  )
}

function PersonView({
  as,
  person,
  locale,
  child,
}: Participant & { readonly locale: Locale; readonly child: boolean }) {
  return (
    <article class="flex items-start gap-4">
      <Portrait of={person} size={72} child={child} />
      <div class="min-w-0 flex-1">
        <p class="muted text-sm">{as[locale]}</p>
        <h3>{person.name[locale]}</h3>
        <Facts
          locale={locale}
          facts={[
            { key: 'number', label: said((m) => m.case.number), value: v.code(person.id) },
            { key: 'born', label: said((m) => m.case.born), value: v.day(person.born) },
          ]}
        />
      </div>
    </article>
  )
}

/** What was answered and attached. */
export function AnswersSide({ visit, view }: Pick<CasePageProps, 'visit' | 'view'>) {
  const { locale } = visit
  const m = officeMessages(locale).case
  const files = filesOf(view.service, view.row)
  const said = view.answers.filter((fact) => !files.some((file) => file.field === fact.key))
  return (
    <section class="sheet stack" aria-labelledby="answers">
      <h2 id="answers">{m.answers}</h2>
      {said.length > 0 ? <Facts facts={said} locale={locale} /> : <p class="muted">{m.noAnswers}</p>}
      {files.length > 0 && (
        <div class="stack">
          <h3>{m.files}</h3>
          {files.map((file) => (
            <Evidence key={file.file} file={file} view={view} locale={locale} />
          ))}
        </div>
      )}
    </section>
  )
}

/** A picture is shown, for it was drawn anew when it came in; anything else is only handed out. */
function Evidence({
  file,
  view,
  locale,
}: {
  readonly file: ReturnType<typeof filesOf>[number]
  readonly view: OfficeCaseView
  readonly locale: Locale
}) {
  const label = view.service.form.fields[file.field]?.label[locale] ?? file.name
  const address = `/office/cases/${view.key.unit}/${view.key.id}/files/${file.file}`
  return (
    <figure class="stack stack-tight">
      <figcaption class="font-semibold">{label}</figcaption>
      {file.type.startsWith('image/') && (
        <img class="max-h-96 max-w-full rounded-lg border border-base-300" src={address} alt={label} />
      )}
      <div>
        <LinkButton look="quiet" icon="download" href={address} download={file.name}>
          {fill(officeMessages(locale).case.download, { name: file.name })}
        </LinkButton>
      </div>
    </figure>
  )
}
