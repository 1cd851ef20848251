import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { findOffice, findOffices } from '#platform/appointments/office.ts'
import { isId } from '#platform/database/ids.ts'
import { fileHeaders } from '#platform/files/headers.ts'
import { findPersons } from '#platform/people/person.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { stepOf } from '#platform/requests/case.ts'
import { readEvidence } from '#platform/requests/evidence.ts'
import { claimCase, confirmAttendance, decide } from '#platform/requests/office.ts'
import { type OfficeCaseView, viewOfficeCase } from '#platform/requests/read.ts'
import { type AtWork, atWork } from '../at-work.tsx'
import { said } from '../said.ts'
import { CasePage, type CasePageProps, caseAddress, type Done, isOpen } from './case-page.tsx'
import type { Participant } from './sides.tsx'

const address = '/office/cases/:unit/:id'
const guarded = { preHandler: verifyCsrf }

/** One case: read, taken, decided, attended, and the files that were sent with it. */
export function caseRoutes(app: FastifyInstance, platform: Platform): void {
  app.get(
    address,
    atWork(platform, (it) => showCase(platform, it, { done: doneOf(it.asked('done')) })),
  )

  app.get(
    `${address}/files/:file`,
    atWork(platform, async (it) => {
      const file = await readEvidence(platform, it.officer, keyOf(it), it.param('file'))
      if (!file.ok) return it.problem(file.error)
      return it.reply.headers(fileHeaders(file.value)).send(Buffer.from(file.value.bytes))
    }),
  )

  app.post(
    `${address}/claim`,
    guarded,
    atWork(platform, async (it) => {
      const claim = it.posted('claim') === 'yes'
      const done = isId(keyOf(it).id)
        ? await claimCase(platform, it.officer, keyOf(it), claim)
        : ({ ok: false, error: problems.notFound } as const)
      return answer(platform, it, done, claim ? 'claimed' : 'released')
    }),
  )

  app.post(
    `${address}/decide`,
    guarded,
    atWork(platform, async (it) => {
      const approve = it.posted('answer') === 'approve'
      const typed = { code: it.posted('code'), reason: it.posted('reason') }
      if (!isId(keyOf(it).id)) return it.problem(problems.notFound)
      const done = await decide(
        platform,
        it.officer,
        keyOf(it),
        approve
          ? { approve, reason: it.posted('note') }
          : { approve, reason: typed.reason, ...(typed.code ? { code: typed.code } : {}) },
      )
      return answer(platform, it, done, approve ? 'approved' : 'refused', { typed })
    }),
  )

  app.post(
    `${address}/attend`,
    guarded,
    atWork(platform, async (it) => {
      if (!isId(keyOf(it).id)) return it.problem(problems.notFound)
      const office = await officeOf(platform, it)
      if (!office.ok) return answer(platform, it, office, 'attended')
      const done = await confirmAttendance(platform, it.officer, keyOf(it), { office: office.value })
      return answer(platform, it, done, 'attended')
    }),
  )
}

const keyOf = (it: AtWork) => ({ unit: it.param('unit'), id: it.param('id') })

/** Back to the case with what was done, or the case again with why it was not. */
async function answer(
  platform: Platform,
  it: AtWork,
  done: Result<unknown, Problem>,
  what: Done,
  more: Pick<CasePageProps, 'typed'> = {},
): Promise<FastifyReply> {
  if (!done.ok) return showCase(platform, it, { ...more, problem: done.error })
  const office = it.posted('office')
  const query = new URLSearchParams({ done: what, ...(office ? { office } : {}) })
  return it.reply.redirect(`${caseAddress({ key: keyOf(it) })}?${query}`, 303)
}

async function showCase(
  platform: Platform,
  it: AtWork,
  said: Pick<CasePageProps, 'done' | 'problem' | 'typed'>,
): Promise<FastifyReply> {
  const key = keyOf(it)
  const { problem } = said
  // What the officer may not see is not shown beside the reason either.
  if (!isId(key.id) || (problem && problem.status !== 409 && problem.status !== 422))
    return it.problem(problem ?? problems.notFound)
  const view = await viewOfficeCase(platform, it.officer, key)
  if (!view.ok) return it.problem(view.error)
  const { visit, officer } = it
  const step = stepOf(view.value.service, view.value.step)
  const offices =
    step?.kind === 'appointment' ? await findOffices(platform.db, { purpose: step.purpose }) : []
  const review = step?.kind === 'review'
  return it.page({
    title: `${view.value.row.reference} ${view.value.service.title[visit.locale]}`,
    path: caseAddress(view.value),
    ...(problem ? { status: problem.status } : {}),
    keys: isOpen(view.value)
      ? review
        ? ['q', 'n', 'c', 'a', 'r']
        : ['q', 'c', 'a']
      : review
        ? ['q', 'n']
        : ['q'],
    children: (
      <CasePage
        visit={visit}
        officer={officer.officer}
        view={view.value}
        persons={await participants(platform, view.value)}
        now={platform.clock.now()}
        offices={offices}
        office={it.posted('office') || it.asked('office')}
        {...said}
      />
    ),
  })
}

/** Everybody in the case, each once for each part they have in it. */
async function participants(
  { db }: Platform,
  { row, applicant, service }: OfficeCaseView,
): Promise<Participant[]> {
  const parts: { readonly as: Text; readonly number: PersonNumber }[] = [
    { as: said((m) => m.case.applicant), number: applicant },
    ...(row.subject_person === applicant
      ? []
      : [{ as: said((m) => m.case.subject), number: row.subject_person }]),
    ...Object.entries(row.state.parties).map(([role, number]) => ({
      as: service.form.fields[service.parties?.[role] ?? '']?.label ?? { ar: role, en: role },
      number,
    })),
  ]
  const known = await findPersons(
    db,
    parts.map((one) => one.number),
  )
  return parts.flatMap(({ as, number }) => {
    const person = known.get(number)
    return person ? [{ as, person }] : []
  })
}

/** Where the officer is: the office of their desk, or the one of the appointment. */
async function officeOf(platform: Platform, it: AtWork): Promise<Result<Text, Problem>> {
  const chosen = it.posted('office')
  const office = chosen ? await findOffice(platform.db, chosen) : undefined
  if (office) return ok(office.name)
  const view = await viewOfficeCase(platform, it.officer, keyOf(it))
  if (!view.ok) return view
  const booked = view.value.row.state.appointment
  return booked ? ok(booked.office) : err(problems.answersWrong({ office: said((m) => m.case.chooseOffice) }))
}

const doneOf = (asked: string): Done | undefined =>
  (['approved', 'refused', 'attended', 'claimed', 'released'] as const).find((one) => one === asked)
