import { v } from '#platform/catalogue/value.ts'
import type { Relative } from '#platform/people/family.ts'
import { findPerson } from '#platform/people/person.ts'
import { fact } from '#platform/rules/condition.ts'
import { rule } from '#platform/rules/rule.ts'
import { deedAbout, deedState } from './registry/deeds.ts'
import { mattersText, stateTitle, untilText } from './words.ts'

interface Named {
  readonly number: string
}

/** With everything about the deed that the officer compares. */
export const deedWaits = rule<Relative, Named>({
  name: 'deed-waits-to-be-linked',
  code: 'DEED_NOT_TO_LINK',
  title: { ar: 'الصك سارٍ ولم يُربط من قبل', en: 'The deed is in force and was not linked before' },
  when: 'submission',
  facts: async ({ db, subject, answers, today }) => {
    const deed = answers && (await deedAbout(db, subject.id, answers.number))
    const holder = deed && (await findPerson(db, deed.holder))
    return {
      state: {
        label: { ar: 'حالة الصك', en: 'State of the deed' },
        value: deed ? v.text(stateTitle[deedState(deed, today)]) : v.none,
      },
      court: { label: { ar: 'المحكمة', en: 'Court' }, value: deed ? v.text(deed.court) : v.none },
      issuedOn: { label: { ar: 'تاريخ الصك', en: 'Day of the deed' }, value: v.day(deed?.issuedOn) },
      holder: { label: { ar: 'الحاضن', en: 'With custody' }, value: holder ? v.text(holder.name) : v.none },
      grants: {
        label: { ar: 'ما يشمله', en: 'What it grants' },
        value: deed ? v.text(mattersText(deed.grants)) : v.none,
      },
      withdraws: {
        label: { ar: 'ما يُمنع منه الوالد الآخر', en: 'What the other parent may not do' },
        value: deed ? v.text(mattersText(deed.withdraws)) : v.none,
      },
      until: { label: { ar: 'يسري حتى', en: 'Holds until' }, value: deed ? v.text(untilText(deed)) : v.none },
    }
  },
  condition: fact('state').equals(stateTitle['to-link'].en),
  reason: {
    ar: 'حالة هذا الصك: {state}. لا يُربط إلا صك سارٍ لم يُربط من قبل.',
    en: 'This deed is: {state}. Only a deed that is in force and was not linked before can be linked.',
  },
  remedy: { label: { ar: 'صكوك الحضانة', en: 'Custody deeds' }, service: 'query-custody-deeds' },
})
