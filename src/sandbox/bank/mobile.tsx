import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { parseDay } from '#kernel/day.ts'
import { formatInstant } from '#kernel/format.ts'
import type { Text } from '#kernel/text.ts'
import type { Customer } from '#sandbox/bank/customers.ts'
import type { Desk } from '#sandbox/bank/desk.ts'
import { page, posted, type routesFor } from '#sandbox/bank/face.tsx'
import { mobileWords } from '#sandbox/bank/mobile-words.ts'
import { Back, Details, faceHome, type Shown } from '#sandbox/bank/parts.tsx'
import { words } from '#sandbox/bank/words.ts'

/** The app and internet banking: the mobile that the bank holds becomes that of the Diwan account. */
export function mobileRoutes(
  route: ReturnType<typeof routesFor<Customer>>,
  desk: Desk,
  face: 'app' | 'web',
): void {
  const home = faceHome[face]
  const show = (request: FastifyRequest, reply: FastifyReply, customer: Customer, error?: Text) =>
    page(request, reply, mobileWords.title, (locale) => (
      <>
        <UpdateMobile locale={locale} customer={customer} action={`${home}/mobile`} error={error} />
        <Back locale={locale} to={home} />
      </>
    ))
  route('GET', '/mobile', show)
  route('POST', '/mobile', async (request, reply, customer) => {
    const born = parseDay(posted(request, 'born'))
    if (!born.ok) return show(request, reply.code(422), customer, born.error)
    await desk.updateMobile(customer, born.value)
    return reply.redirect(`${home}/mobile`, 303)
  })
}

/** What is asked before it, and what came of it. */
export function UpdateMobile(
  props: Shown & {
    readonly customer: Customer
    readonly action: string
    readonly error?: Text | undefined
  },
): JSX.Element {
  const { locale, customer, action, error } = props
  const { updated } = customer
  const done = updated && 'receipt' in updated ? updated : undefined
  return (
    <>
      {updated && (
        <p class="note" role="status">
          {mobileWords[updated.outcome][locale]}
        </p>
      )}
      <Details locale={locale} customer={customer}>
        {done && (
          <>
            <dt>{words.bankReceipt[locale]}</dt>
            <dd>
              <bdi dir="ltr">{customer.updateReceipt}</bdi>
            </dd>
            <dt>{words.platformReceipt[locale]}</dt>
            <dd>
              <bdi dir="ltr">{done.receipt}</bdi>
            </dd>
            <dt>{words.time[locale]}</dt>
            <dd>{formatInstant(new Date(done.at), locale)}</dd>
          </>
        )}
      </Details>
      <p>{(done ? mobileWords.hold : mobileWords.lead)[locale]}</p>
      {!done && (
        <form method="post" action={action}>
          <p class="field">
            <label for="born">{mobileWords.born[locale]}</label>
            {error && (
              <span class="error" id="born-error">
                {error[locale]}
              </span>
            )}
            <input
              id="born"
              name="born"
              type="date"
              required
              aria-invalid={error !== undefined}
              {...(error && { 'aria-describedby': 'born-error' })}
            />
          </p>
          <button type="submit">{mobileWords.send[locale]}</button>
        </form>
      )}
    </>
  )
}
