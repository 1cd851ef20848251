import type { JSX } from 'preact'
import { parseDay } from '#kernel/day.ts'
import { formatDay, formatHijri, formatInstant } from '#kernel/format.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Patient } from '#sandbox/hospital/relying-party.ts'
import { words } from '#sandbox/hospital/words.ts'

interface Shown {
  readonly locale: Locale
}

export function Welcome({ locale, said }: Shown & { readonly said?: Text | undefined }): JSX.Element {
  return (
    <>
      {said && (
        <p class="note" role="status">
          {said[locale]}
        </p>
      )}
      <p>{words.welcome[locale]}</p>
      <form method="post" action="/hospital/sign-in">
        <button type="submit">{words.signIn[locale]}</button>
      </form>
      <h2>{words.insurance[locale]}</h2>
      <p>{words.insuranceHint[locale]}</p>
      <form method="post" action="/hospital/insurance">
        <button type="submit">{words.insuranceAsk[locale]}</button>
      </form>
    </>
  )
}

/** All that the platform has told the hospital. */
export function File({
  locale,
  patient,
  portal,
}: Shown & { readonly patient: Patient; readonly portal: string }) {
  const { known } = patient
  const born = parseDay(known.birthdate)
  return (
    <>
      <h2>{words.file[locale]}</h2>
      <dl class="facts card">
        <dt>{words.name[locale]}</dt>
        <dd>{locale === 'ar' ? known.name : known['name#en']}</dd>
        {born.ok && (
          <>
            <dt>{words.born[locale]}</dt>
            <dd>
              {formatDay(born.value, locale)} · {formatHijri(born.value, locale)}
            </dd>
          </>
        )}
        <dt>{words.gender[locale]}</dt>
        <dd>{words[known.gender][locale]}</dd>
        {known.phone_number !== undefined && (
          <>
            <dt>{words.phone[locale]}</dt>
            <dd>
              <bdi dir="ltr">{known.phone_number}</bdi>
            </dd>
          </>
        )}
        <dt>{words.known[locale]}</dt>
        <dd>
          <bdi dir="ltr">{patient.sub}</bdi>
        </dd>
        <dt>{words.proven[locale]}</dt>
        <dd>
          <bdi dir="ltr">{[patient.acr, ...patient.amr].join(' · ')}</bdi>
        </dd>
        <dt>{words.at[locale]}</dt>
        <dd>{formatInstant(patient.at, locale)}</dd>
      </dl>
      <form method="post" action="/hospital/results">
        <p class="hint">{words.resultsHint[locale]}</p>
        <button type="submit">{words.results[locale]}</button>
      </form>
      <form method="post" action="/hospital/sign-out">
        <button type="submit">{words.signOut[locale]}</button>
      </form>
      <p>
        <a href={portal}>{words.toPortal[locale]}</a>
      </p>
    </>
  )
}

export function Results({ locale }: Shown): JSX.Element {
  return (
    <>
      <p class="note" role="status">
        {words.resultsBody[locale]}
      </p>
      <p>
        <a href="/hospital">{words.toFile[locale]}</a>
      </p>
    </>
  )
}
