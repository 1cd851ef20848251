import type { ComponentChildren, JSX } from 'preact'
import { formatMobile } from '#kernel/mobile.ts'
import { type Locale, say, type Text } from '#kernel/text.ts'
import { type AtMachine, demoPin, pinsLeft } from '#sandbox/bank/atm-machine.ts'
import { atmWords } from '#sandbox/bank/atm-words.ts'
import type { Customer } from '#sandbox/bank/customers.ts'
import { UpdateMobile } from '#sandbox/bank/mobile.tsx'
import { mobileWords } from '#sandbox/bank/mobile-words.ts'
import { Receipt, type Shown, WrongMobile } from '#sandbox/bank/parts.tsx'
import { words } from '#sandbox/bank/words.ts'

/** The number on the machine's plate. */
const machineNumber = 'OAS-0417'

interface ScreenProps extends Shown {
  readonly at: AtMachine
  readonly customer: Customer
  readonly portal: string
  readonly error?: Text | undefined
}

/** What the machine shows while a card is in it. */
export function AtmScreen(props: ScreenProps): JSX.Element {
  return <section class="atm">{screens[props.at.screen](props)}</section>
}

const screens: Readonly<Record<AtMachine['screen'], (props: ScreenProps) => JSX.Element>> = {
  pin: Pin,
  menu: ({ locale }) => (
    <>
      <h2>{atmWords.menu[locale]}</h2>
      <Keys
        locale={locale}
        keys={[
          ['activate', atmWords.activate],
          ['update', mobileWords.title],
        ]}
      />
      <Eject locale={locale} />
    </>
  ),
  terms: ({ locale, portal }) => (
    <>
      <h2>{atmWords.terms[locale]}</h2>
      {say(atmWords.clauses, locale, { address: `${portal}/terms` })
        .split('\n')
        .map((clause) => (
          <p key={clause}>{clause}</p>
        ))}
      <Keys
        locale={locale}
        keys={[
          ['agree', atmWords.agree],
          ['refuse', atmWords.refuse],
        ]}
      />
    </>
  ),
  mobile: ({ locale, customer }) => (
    <>
      <h2>{atmWords.mobile[locale]}</h2>
      <p class="big">
        <bdi dir="ltr">{formatMobile(customer.mobile)}</bdi>
      </p>
      <Keys
        locale={locale}
        keys={[
          ['right', atmWords.right],
          ['wrong', atmWords.wrong],
        ]}
      />
    </>
  ),
  'wrong-mobile': (props) => <Instructions {...props} because={atmWords.wrongMobile} />,
  result: Result,
  update: ({ locale, customer, error }) => (
    <>
      <h2>{mobileWords.title[locale]}</h2>
      <UpdateMobile locale={locale} customer={customer} action="/bank/atm/mobile" error={error} />
      <Keys locale={locale} keys={[['menu', atmWords.back]]} />
      <Eject locale={locale} />
    </>
  ),
  'card-kept': ({ locale }) => (
    <>
      <p role="alert">{atmWords.cardKept[locale]}</p>
      <Eject locale={locale} label={atmWords.leave} />
    </>
  ),
}

function Pin({ locale, at }: ScreenProps): JSX.Element {
  const digit = (n: number): readonly [string, Text] => [String(n), { ar: String(n), en: String(n) }]
  return (
    <>
      <h2>{atmWords.pin[locale]}</h2>
      <p class="hint">{say(atmWords.pinHint, locale, { pin: demoPin })}</p>
      {at.wrongPins > 0 && <p role="alert">{say(atmWords.pinWrong, locale, { n: pinsLeft(at) })}</p>}
      <p class="big" role="status">
        <span aria-hidden="true" dir="ltr">
          {'●'.repeat(at.pin.length).padEnd(demoPin.length, '○')}
        </span>
        <span class="unseen">{say(atmWords.typed, locale, { n: at.pin.length })}</span>
      </p>
      <Keys
        locale={locale}
        pad
        keys={[
          ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(digit),
          ['clear', atmWords.clear],
          digit(0),
          ['enter', atmWords.enter],
        ]}
      />
      <Eject locale={locale} />
    </>
  )
}

function Result(props: ScreenProps): JSX.Element {
  const { locale, customer } = props
  const { outcome } = customer
  if (outcome?.outcome === 'mobile-mismatch')
    return <Instructions {...props} because={words['mobile-mismatch']} />
  return (
    <>
      <p role="status">{words[outcome?.outcome ?? 'no-answer'][locale]}</p>
      {outcome && 'receipt' in outcome ? (
        <div class="slip">
          <h2>{atmWords.slip[locale]}</h2>
          <Receipt locale={locale} customer={customer} outcome={outcome}>
            <dt>{atmWords.machine[locale]}</dt>
            <dd>
              <bdi dir="ltr">{machineNumber}</bdi>
            </dd>
          </Receipt>
          {outcome.outcome === 'activated' && <p>{words.kept[locale]}</p>}
        </div>
      ) : (
        <Keys locale={locale} keys={[['menu', words.again]]} />
      )}
      <Eject locale={locale} />
    </>
  )
}

/** A wrong mobile: the instructions on the screen, and below the machine the branch to go to. */
function Instructions({
  locale,
  customer,
  because,
  error,
}: ScreenProps & { readonly because: Text }): JSX.Element {
  return (
    <>
      <p role="status">{because[locale]}</p>
      <WrongMobile locale={locale} customer={customer} action="/bank/atm/branch" error={error}>
        <li>{words.takeCard[locale]}</li>
      </WrongMobile>
      <Eject locale={locale} />
    </>
  )
}

const Keys = (props: {
  readonly locale: Locale
  readonly keys: readonly (readonly [key: string, label: Text])[]
  readonly pad?: boolean
}): JSX.Element => (
  <form
    method="post"
    action="/bank/atm/key"
    class={props.pad ? 'keys pad' : 'keys'}
    {...(props.pad && { 'aria-label': atmWords.keypad[props.locale], dir: 'ltr' })}
  >
    {props.keys.map(([key, label]) => (
      <button key={key} type="submit" name="key" value={key}>
        {label[props.locale]}
      </button>
    ))}
  </form>
)

const Eject = ({ locale, label = atmWords.eject }: Shown & { readonly label?: Text }): JSX.Element => (
  <form method="post" action="/bank/atm/eject" class="keys">
    <button type="submit" class="quiet">
      {label[locale]}
    </button>
  </form>
)

/** Before a card is in: a hint of the demonstration. */
export const CardSlot = ({ locale }: Shown): ComponentChildren => (
  <>
    <h2>{atmWords.insert[locale]}</h2>
    <p class="hint">{atmWords.whose[locale]}</p>
  </>
)
