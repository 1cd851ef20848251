import { type Day, dayOf } from '#kernel/day.ts'
import { err, ok, type Result } from '#kernel/result.ts'
import type { Text } from '#kernel/text.ts'
import { record } from '#platform/audit/record.ts'
import { operation } from '#platform/catalogue/operation.ts'
import type { Db } from '#platform/database/tables.ts'
import { form } from '#platform/forms/field.ts'
import { choices, date, personNumber, text, yesNo } from '#platform/forms/fields/index.ts'
import { isAdult } from '#platform/people/adulthood.ts'
import { parentsOf } from '#platform/people/family.ts'
import { courtMatters, matterTitle } from '#platform/people/matter.ts'
import { findPerson } from '#platform/people/person.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { deedAbout, type EnteredDeed, enterDeed } from '../registry/deeds.ts'
import { tellFamily } from '../tell.ts'

const matters = courtMatters.map((value) => ({ value, label: matterTitle[value] }))

/** For the courts’ system. What the deed gives and takes holds once a parent has linked it; a ban on travel at once. */
export default operation('enter-custody-deed', {
  sector: 'justice',
  version: 1,
  path: '/custody-deeds',
  scope: 'custody:write',
  title: { ar: 'قيد صك حضانة', en: 'Enter a custody deed' },
  summary: {
    ar: 'يقيّد صكًا صدر عن محكمة ويخبر الوالدين. يسري بعد ربطه، ومنع السفر يسري في الحال.',
    en: 'Enters a deed that a court issued, and tells both parents. It holds once it is linked; a ban on travel holds at once.',
  },
  input: form({
    number: text({
      label: { ar: 'رقم الصك', en: 'Number of the deed' },
      hint: { ar: 'الرقم نفسه مرة أخرى لا يقيّد شيئًا.', en: 'The same number again enters nothing.' },
      max: 20,
    }),
    court: text({ label: { ar: 'المحكمة', en: 'Court' }, max: 120 }),
    courtEn: text({ label: { ar: 'المحكمة بالإنجليزية', en: 'Court in English' }, max: 120, optional: true }),
    issuedOn: date({ label: { ar: 'تاريخ الصك', en: 'Day of the deed' }, max: 'today' }),
    child: personNumber({ label: { ar: 'رقم الطفل', en: 'The child’s number' } }),
    holder: personNumber({
      label: { ar: 'رقم الحاضن من الوالدين', en: 'Number of the parent with custody' },
    }),
    grants: choices({
      label: { ar: 'ما يشمله', en: 'What it grants' },
      options: matters,
      optional: true,
    }),
    withdraws: choices({
      label: { ar: 'ما يُمنع منه الوالد الآخر', en: 'What the other parent may no longer do' },
      hint: { ar: 'مما يشمله الصك.', en: 'Of what the deed grants.' },
      options: matters,
      optional: true,
    }),
    forbidsTravel: yesNo({ label: { ar: 'منع سفر الطفل', en: 'The child may not travel' }, optional: true }),
    from: date({ label: { ar: 'يسري من', en: 'Holds from' } }),
    until: date({
      label: { ar: 'يسري حتى', en: 'Holds until' },
      hint: {
        ar: 'إن لم يُذكر فحتى يبلغ الطفل 18 عامًا هجريًا.',
        en: 'When absent, until the child is 18 Hijri years old.',
      },
      optional: true,
    }),
  }),
  run: async ({ tx, clock, client }, answers) => {
    const at = clock.now()
    const deed = {
      child: answers.child,
      number: answers.number,
      holder: answers.holder,
      grants: answers.grants ?? [],
      withdraws: answers.withdraws ?? [],
      forbidsTravel: answers.forbidsTravel ?? false,
      from: answers.from,
      until: answers.until,
      court: { ar: answers.court, en: answers.courtEn ?? answers.court },
      issuedOn: answers.issuedOn,
    }
    const known = await deedAbout(tx, deed.child, deed.number)
    if (known) return same(known, deed) ? ok({ number: deed.number, known: true }) : err(otherwise)
    const fit = await fits(tx, deed, dayOf(at))
    if (!fit.ok) return fit
    if (!(await enterDeed(tx, { ...deed, source: client, at }))) {
      const meanwhile = await deedAbout(tx, deed.child, deed.number)
      return meanwhile && same(meanwhile, deed) ? ok({ number: deed.number, known: true }) : err(otherwise)
    }
    await record(tx, {
      subject: deed.child,
      by: { kind: 'partner', client, scopes: ['custody:write'] },
      action: 'custody.enter',
      about: deed.number,
      ground: 'custody:write',
      at,
    })
    await tellFamily(tx, deed, { what: 'entered', at })
    return ok({ number: deed.number, known: false })
  },
})

const same = (a: EnteredDeed, b: EnteredDeed): boolean => content(a) === content(b)
const content = ({ child, holder, grants, withdraws, forbidsTravel, from, until, issuedOn }: EnteredDeed) =>
  JSON.stringify([
    child,
    holder,
    [...grants].sort(),
    [...withdraws].sort(),
    forbidsTravel,
    from,
    until ?? null,
    issuedOn,
  ])

/** Whether the deed can hold: about a minor, with a living parent, and nothing in it against itself. */
async function fits(db: Db, it: EnteredDeed, today: Day): Promise<Result<void, Problem>> {
  const child = await findPerson(db, it.child)
  if (!child?.alive || isAdult(child.born, today)) return err(problems.answersWrong({ child: noMinor }))
  const parents = await parentsOf(db, it.child)
  if (!parents.some((one) => one.id === it.holder && one.alive))
    return err(problems.answersWrong({ holder: noParent }))
  if (it.forbidsTravel && it.grants.includes('travel'))
    return err(problems.answersWrong({ grants: travelBoth }))
  if (it.withdraws.some((one) => !it.grants.includes(one)))
    return err(problems.answersWrong({ withdraws: leavesNobody }))
  if (it.until !== undefined && (it.until < it.from || it.until < today))
    return err(problems.answersWrong({ until: endsTooEarly }))
  return ok(undefined)
}

const otherwise: Problem = problems.tooLate(
  'deed-number-taken',
  'قُيّد صك آخر بهذا الرقم. أنهِ الأول أو استعمل رقمًا آخر.',
  'Another deed was entered under this number. End that one, or use another number.',
)
const noMinor: Text = {
  ar: 'لا طفل حيّ دون 18 عامًا هجريًا بهذا الرقم.',
  en: 'No living child under 18 Hijri years has this number.',
}
const noParent: Text = {
  ar: 'ليس هذا والدًا حيًّا مسجلًا للطفل.',
  en: 'This is no living parent of the child on record.',
}
const travelBoth: Text = {
  ar: 'لا يجتمع منح السفر ومنعه في صك واحد.',
  en: 'One deed cannot both grant travel and forbid it.',
}
const leavesNobody: Text = {
  ar: 'ما يُمنع منه أحد الوالدين يجب أن يُمنح للحاضن.',
  en: 'What is taken from one parent must be granted to the one with custody.',
}
const endsTooEarly: Text = {
  ar: 'لا ينتهي الصك قبل أن يبدأ ولا قبل اليوم.',
  en: 'A deed does not end before it begins, nor before today.',
}
