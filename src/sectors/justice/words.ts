import { formatDay, formatHijri } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import { inOneLine } from '#platform/catalogue/value.ts'
import { type CourtMatter, matterTitle } from '#platform/people/matter.ts'
import type { Deed, DeedState } from './registry/deeds.ts'

export const stateTitle: Readonly<Record<DeedState, Text>> = {
  'to-link': { ar: 'لم يُربط بعد', en: 'Not linked yet' },
  holds: { ar: 'سارٍ', en: 'Holds' },
  'to-come': { ar: 'يبدأ لاحقًا', en: 'Begins later' },
  over: { ar: 'انتهت مدته', en: 'Ran out' },
  ended: { ar: 'أنهته المحكمة', en: 'Ended by the court' },
}

const none: Text = { ar: 'لا شيء', en: 'Nothing' }

/** Several matters in words. */
export const mattersText = (matters: readonly CourtMatter[]): Text =>
  matters.length ? inOneLine(matters.map((one) => matterTitle[one])) : none

/** The last day of a deed, in both calendars. */
export const untilText = ({ lastDay }: Pick<Deed, 'lastDay'>): Text => ({
  ar: `${formatDay(lastDay, 'ar')} (${formatHijri(lastDay, 'ar')})`,
  en: `${formatDay(lastDay, 'en')} (${formatHijri(lastDay, 'en')})`,
})

/** Its first day and its last, the last in both calendars. */
export const termText = (it: Pick<Deed, 'from' | 'lastDay'>): Text => {
  const until = untilText(it)
  return {
    ar: `من ${formatDay(it.from, 'ar')} حتى ${until.ar}`,
    en: `${formatDay(it.from, 'en')} to ${until.en}`,
  }
}

/** What a deed gives and takes, in a sentence each. */
export function effectText(it: Pick<Deed, 'grants' | 'withdraws' | 'forbidsTravel'>): Text {
  const [grants, withdraws] = [mattersText(it.grants), mattersText(it.withdraws)]
  const said: Text[] = [{ ar: `يشمل: ${grants.ar}.`, en: `It grants: ${grants.en}.` }]
  if (it.withdraws.length)
    said.push({
      ar: `ولا يتصرف الوالد الآخر في: ${withdraws.ar}.`,
      en: `The other parent may not act in: ${withdraws.en}.`,
    })
  if (it.forbidsTravel) said.push({ ar: 'ويُمنع سفر الطفل.', en: 'The child may not travel.' })
  return { ar: said.map((one) => one.ar).join(' '), en: said.map((one) => one.en).join(' ') }
}
