import type { JSX } from 'preact'
import type { PersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import type { Fee } from '#sandbox/bank/bill-api.ts'
import { billWords, noAnswer } from '#sandbox/bank/bill-words.ts'
import { Back, type Shown } from '#sandbox/bank/parts.tsx'

/** Services whose fees can be paid before they are asked for, each by its code. */
export const Fees = ({
  locale,
  base,
  fees,
}: Shown & { readonly base: string; readonly fees: readonly Fee[] | undefined }): JSX.Element => (
  <>
    <p>{billWords.aheadLead[locale]}</p>
    {!fees && <p class="error">{noAnswer[locale]}</p>}
    {fees?.length === 0 && <p>{billWords.noFees[locale]}</p>}
    <ul>
      {fees?.map(({ code, title }) => (
        <li key={code}>
          <a href={`${base}/fees/${code}`}>
            <bdi dir="ltr">{code}</bdi> · {title[locale]}
          </a>
        </li>
      ))}
    </ul>
    <Back locale={locale} to={base} />
  </>
)

/** Service, ID and duration, as they are typed in a bank (register bank-wallet-sadad). */
export const FeeToChoose = ({
  locale,
  base,
  person,
  fee,
  error,
}: Shown & {
  readonly base: string
  readonly person: PersonNumber
  readonly fee: Fee
  readonly error?: Text | undefined
}): JSX.Element => (
  <form method="post" action={`${base}/fees/${fee.code}`}>
    <h2>{fee.title[locale]}</h2>
    <dl class="facts card">
      <dt>{billWords.code[locale]}</dt>
      <dd>
        <bdi dir="ltr">{fee.code}</bdi>
      </dd>
      <dt>{billWords.holder[locale]}</dt>
      <dd>
        <bdi dir="ltr">{person}</bdi>
      </dd>
    </dl>
    <fieldset {...(error && { 'aria-describedby': 'duration-error' })}>
      <legend>{billWords.duration[locale]}</legend>
      {error && (
        <p class="error" id="duration-error" role="alert">
          {error[locale]}
        </p>
      )}
      {fee.durations.map(({ duration, title }) => (
        <p key={duration}>
          <label>
            <input type="radio" name="duration" value={duration} required /> {title[locale]}
          </label>
        </p>
      ))}
    </fieldset>
    <button type="submit">{billWords.showFee[locale]}</button>
  </form>
)
