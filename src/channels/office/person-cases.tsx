import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Column } from '#channels/face/data-table.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import type { Visit } from '#channels/face/visit.ts'
import { maskPersonNumber, type PersonNumber } from '#kernel/person-number.ts'
import type { Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import type { Problem } from '#platform/problem.ts'
import type { AtWork, Officer } from './at-work.tsx'

/** Whom a case is about, in a list of cases. */
export const whoColumn = (label: string): Column<{ readonly person: PersonNumber }> => ({
  key: 'who',
  label,
  cell: ({ person }) => <Ltr>{maskPersonNumber(person)}</Ltr>,
})

/** The way into a case; `which` tells its link from the others’. */
export const lookColumn = <Row extends { readonly id: string }>(
  home: string,
  label: string,
  which: (row: Row) => string,
): Column<Row> => ({
  key: 'look',
  label: '',
  cell: (row) => (
    <a class="a" href={`${home}/${row.id}`} aria-label={`${label}: ${which(row)}`}>
      {label}
    </a>
  ),
})

/** What the page of one case is made from. */
export interface CaseShown<View> {
  readonly visit: Visit
  readonly id: string
  readonly it: View
  /** What was typed, when it is shown again. */
  typed(name: string): string
  readonly errors: Readonly<Record<string, Text>>
}

interface PersonCase<View> {
  readonly home: string
  readonly title: Text
  read(id: string, officer: Officer): Promise<Result<View, Problem>>
  show(shown: CaseShown<View>): ComponentChildren
}

/** The page of one case about a person, and the answer to an act on it that was refused. */
export function personCase<View>({ home, title, read, show }: PersonCase<View>) {
  const page = async (it: AtWork, errors?: Readonly<Record<string, Text>>): Promise<FastifyReply> => {
    const id = it.param('id')
    const found = await read(id, it.officer)
    if (!found.ok) return it.problem(found.error)
    return it.page({
      title: title[it.visit.locale],
      path: `${home}/${id}`,
      ...(errors ? { status: 422 } : {}),
      keys: ['a'],
      children: show({ visit: it.visit, id, it: found.value, typed: it.posted, errors: errors ?? {} }),
    })
  }
  return {
    page,
    refuse: async (it: AtWork, problem: Problem): Promise<FastifyReply> =>
      problem.fields ? page(it, problem.fields) : it.problem(problem),
  }
}
