import { type Day, dayOf } from '#kernel/day.ts'
import type { Email } from '#kernel/email.ts'
import type { Mobile } from '#kernel/mobile.ts'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { abroadDays, abroadTimes, askFromAbroad } from '#platform/accounts/abroad.ts'
import { openDemoAccounts } from '#platform/accounts/demo.ts'
import { appointOfficer } from '#platform/accounts/officer.ts'
import { findPersons } from '#platform/people/person.ts'
import { type CastName, castNames } from '#platform/people/synthetic.ts'
import type { Platform } from '#platform/platform.ts'
import { castGccNumber, castNumber } from './cast.ts'

/** The one password of every ready-made account of a demonstration. */
export const readyPassword = 'Wadi-Qamar-7-Noor'

interface Ready {
  readonly door: 'portal' | 'office' | 'registration'
  readonly shows: Text
  /** The account is not activated yet, and an appointment from abroad waits. */
  readonly waitsAbroad?: true
  readonly officer?: { readonly officer: string; readonly units: readonly string[] }
}

/** Who is shown at the start, and what there is to do as them; children and the mother come with the parent. */
const ready: Readonly<Partial<Record<CastName, Ready>>> = {
  driver: {
    door: 'portal',
    shows: {
      ar: 'رخصته تنتهي قريبًا وعليه مخالفة لم تُسدَّد',
      en: 'a driving licence that expires soon, and an unpaid violation',
    },
  },
  seller: { door: 'portal', shows: { ar: 'لديها سيارة جاهزة للبيع', en: 'a car that is ready to be sold' } },
  buyer: { door: 'portal', shows: { ar: 'يشتري السيارة', en: 'buys the car' } },
  secondBuyer: { door: 'portal', shows: { ar: 'مشترية أخرى', en: 'another buyer' } },
  parent: {
    door: 'portal',
    shows: { ar: 'مقيم، أب لطفلين: 7 و5 سنوات', en: 'a resident, father of children of 7 and 5' },
  },
  husband: {
    door: 'portal',
    shows: {
      ar: 'مواطن، أب لابنة في 16 وابن في عامه الأول: سجل أسرته ووثائقه الرقمية',
      en: 'a citizen, father of a daughter of 16 and a one-year-old son: family record, digital documents',
    },
  },
  wife: {
    door: 'portal',
    shows: { ar: 'أمهما، وسجل الأسرة بيدها أيضًا', en: 'their mother, who holds the family record too' },
  },
  unenrolled: {
    door: 'portal',
    shows: { ar: 'مقيمة لم تسجل بصماتها بعد', en: 'a resident whose fingerprints are not enrolled' },
  },
  visitor: {
    door: 'portal',
    shows: { ar: 'زائرة بتأشيرة زيارة', en: 'a visitor on a visit visa' },
  },
  newcomer: {
    door: 'registration',
    shows: {
      ar: 'مواطنة بلا حساب: تسجّل وتفعّل عبر البنك',
      en: 'no account yet: registers, activates by the bank',
    },
  },
  secondNewcomer: {
    door: 'registration',
    shows: {
      ar: 'مقيم بلا حساب: يسجّل ويفعّل لدى الموظف',
      en: 'no account yet: registers, activates at the desk',
    },
  },
  gulfVisitor: {
    door: 'registration',
    shows: {
      ar: `كويتي بلا حساب: يسجّل ببطاقة دولته ${castGccNumber()}`,
      en: `a Kuwaiti, no account yet: registers with the card ${castGccNumber()}`,
    },
  },
  activationOfficer: {
    door: 'office',
    shows: { ar: 'موظفة التفعيل', en: 'activation officer' },
    officer: { officer: 'OF-1001', units: ['activation'] },
  },
  fingerprintOfficer: {
    door: 'office',
    shows: { ar: 'موظفة البصمة', en: 'fingerprint officer' },
    officer: { officer: 'OF-1002', units: ['fingerprint', 'passports'] },
  },
  trafficOfficer: {
    door: 'office',
    shows: { ar: 'موظف اعتراضات المرور', en: 'traffic objections officer' },
    officer: { officer: 'OF-1003', units: ['traffic-objections'] },
  },
  custodyMother: {
    door: 'portal',
    shows: {
      ar: 'أم لطفل عمره 10 سنوات، وصك حضانتها ينتظر الربط',
      en: 'mother of a child of 10; her custody deed waits to be linked',
    },
  },
  custodyFather: {
    door: 'portal',
    shows: { ar: 'والد الطفل ووليّ أمره', en: 'the child’s father and guardian' },
  },
  justiceOfficer: {
    door: 'office',
    shows: { ar: 'موظف صكوك الحضانة', en: 'custody deeds officer' },
    officer: { officer: 'OF-1010', units: ['custody-deeds'] },
  },
  merchant: {
    door: 'portal',
    shows: {
      ar: 'تملك منشأة مسجلة لها مدير ومفوَّضون وحساب لدى المشغّل',
      en: 'owns a registered establishment with a manager, delegates and an account at the operator',
    },
  },
  manager: {
    door: 'portal',
    shows: { ar: 'مدير تلك المنشأة، بكل صلاحيات اليوم', en: 'manages it, in everything on today’s list' },
  },
  accountant: {
    door: 'portal',
    shows: { ar: 'مفوَّضها في الفواتير والنقاط', en: 'its delegate in bills and points' },
  },
  lineDelegate: {
    door: 'portal',
    shows: { ar: 'توثّق خطوطها ببصمتها', en: 'authenticates its lines with her fingerprint' },
  },
  businessOfficer: {
    door: 'office',
    shows: { ar: 'موظف خدمات الأعمال', en: 'business services officer' },
    officer: { officer: 'OF-1011', units: ['business-services'] },
  },
  secondOfficer: {
    door: 'office',
    shows: {
      ar: 'زميلتهما في التفعيل والأعمال، لما يلزمه موظفان',
      en: 'their colleague in activation and business, for what takes two officers',
    },
    officer: { officer: 'OF-1012', units: ['activation', 'business-services'] },
  },
  student: {
    door: 'portal',
    waitsAbroad: true,
    shows: {
      ar: 'طالبة في الخارج، حسابها ينتظر اتصال موظف التفعيل',
      en: 'studies abroad; her account waits for an activation officer’s call',
    },
  },
  operator: {
    door: 'office',
    shows: { ar: 'مشغّل المنصة', en: 'operator of the platform' },
    officer: { officer: 'OF-1004', units: ['operations'] },
  },
}

/** Somebody to sign in as, or to register as. */
export interface ReadyPerson {
  readonly name: Text
  readonly number: PersonNumber
  readonly door: Ready['door']
  readonly shows: Text
  /** None for those who have yet to register. */
  readonly account: { readonly username: string; readonly password: string } | undefined
  /** What registering asks for besides the number. */
  readonly born: Day
  readonly mobile: Mobile | undefined
  readonly waitsAbroad: boolean
}

/** Opens the accounts and puts the officers on the roster; what is there already stays as it is. */
export async function openReadyAccounts(
  platform: Pick<Platform, 'db' | 'clock' | 'vault' | 'config'>,
): Promise<void> {
  const persons = await readyPersons(platform)
  await openDemoAccounts(platform, {
    accounts: persons.flatMap(({ number, mobile, account, waitsAbroad }) =>
      account && mobile
        ? [
            {
              person: number,
              username: account.username,
              mobile,
              // A username and a reserved domain make an address.
              email: `${account.username}@example.com` as Email,
              language: 'ar' as const,
              ...(waitsAbroad ? { registered: true as const } : {}),
            },
          ]
        : [],
    ),
    password: readyPassword,
  })
  for (const name of castNames) {
    const officer = ready[name]?.officer
    if (officer) await appointOfficer(platform.db, { person: castNumber(name), ...officer })
  }
  for (const { number, waitsAbroad } of persons) if (waitsAbroad) await bookFromAbroad(platform, number)
}

/** Books the first video call that is free, once and for all. */
async function bookFromAbroad(platform: Pick<Platform, 'db' | 'clock'>, person: PersonNumber): Promise<void> {
  const { db, clock } = platform
  const asked = await db
    .selectFrom('abroad_activation')
    .select('id')
    .where('person_id', '=', person)
    .executeTakeFirst()
  const [day] = abroadDays(dayOf(clock.now()))
  const place = { way: 'video' } as const
  const [slot] = day && !asked ? await abroadTimes(db, place, day) : []
  if (!slot) return
  const by = { kind: 'person', person, account: 'registered', session: 'population' } as const
  // Who has activated since, or holds no passport in an older country, is refused: there is nothing to show then.
  await askFromAbroad(platform, by, { place, slot })
}

/** The ready persons for the start's banner; none when the database holds no synthetic country. */
export async function readyPersons({ db }: Pick<Platform, 'db'>): Promise<readonly ReadyPerson[]> {
  const persons = await findPersons(db, castNames.map(castNumber))
  return castNames.flatMap((name) => {
    const it = ready[name]
    const person = persons.get(castNumber(name))
    if (!it || !person) return []
    return {
      name: person.shortName,
      number: person.id,
      door: it.door,
      shows: it.shows,
      account:
        it.door === 'registration' ? undefined : { username: usernameOf(name), password: readyPassword },
      born: person.born,
      mobile: person.registeredMobile,
      waitsAbroad: it.waitsAbroad ?? false,
    }
  })
}

/** `secondBuyer` signs in as `second.buyer`. */
const usernameOf = (name: CastName) => name.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`)
