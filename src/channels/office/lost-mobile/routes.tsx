import type { FastifyInstance, FastifyReply } from 'fastify'
import { verifyCsrf } from '#channels/face/session.ts'
import { parseMobile } from '#kernel/mobile.ts'
import { parsePersonNumber } from '#kernel/person-number.ts'
import type { Text } from '#kernel/text.ts'
import { beginDeskMobile, confirmDeskMobile } from '#platform/accounts/desk-mobile.ts'
import { decideDeskMobile, readDeskMobile } from '#platform/accounts/desk-mobile-review.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { type AtWork, atWorkIn } from '../at-work.tsx'
import { personCase } from '../person-cases.tsx'
import { said } from '../said.ts'
import { activationUnit } from '../units.ts'
import { DeskCodePage, LostMobilePage, ReviewMobilePage } from './pages.tsx'
import { home } from './to-review.tsx'
import { words } from './words.ts'

const unit = activationUnit

/** Another mobile for who lost theirs, at the desk and by two officers (register update-mobile-number). */
export function lostMobileRoutes(app: FastifyInstance, platform: Platform): void {
  const guarded = { preHandler: verifyCsrf }
  const inUnit = (handle: (it: AtWork) => Promise<FastifyReply>) => atWorkIn(platform, unit, handle)
  const one = personCase({
    home,
    title: words.reviewTitle,
    read: (id, officer) => readDeskMobile(platform, { unit, id }, officer),
    show: (shown) => <ReviewMobilePage {...shown} />,
  })

  app.get(
    home,
    inUnit(async (it) => show(it)),
  )

  app.post(
    home,
    guarded,
    inUnit(async (it) => {
      const person = parsePersonNumber(it.posted('person'))
      const mobile = parseMobile(it.posted('mobile'))
      const kind = it.posted('kind')
      const number = it.posted('document').trim()
      // Where the outside world is played, so is the reader.
      const capture = it.posted('capture') || (platform.config.sandbox ? 'played' : '')
      const known = kind === 'identity-card' || kind === 'passport'
      if (!person.ok || !mobile.ok || !known || number === '')
        return show(
          it,
          problems.answersWrong({
            ...(person.ok ? {} : { person: person.error }),
            ...(known ? {} : { kind: said((m) => m.activation.documentMissing) }),
            ...(number === '' ? { document: said((m) => m.activation.numberMissing) } : {}),
            ...(mobile.ok ? {} : { mobile: mobile.error }),
          }),
        )
      if (capture === '') return show(it, noReader)
      const begun = await beginDeskMobile(
        platform,
        {
          person: person.value,
          document: { kind, number },
          capture,
          mobile: mobile.value,
          unit,
          ip: it.request.ip,
        },
        it.officer,
      )
      if (!begun.ok) return show(it, begun.error)
      return showCode(it, { ...begun.value, person: person.value })
    }),
  )

  app.post(
    `${home}/code`,
    guarded,
    inUnit(async (it) => {
      const person = parsePersonNumber(it.posted('person'))
      if (!person.ok) return it.problem(problems.notFound)
      const [id, mobile] = [it.posted('id'), it.posted('mobile')]
      const typed = { person: person.value, id, code: it.posted('code') }
      const done = await confirmDeskMobile(platform, typed, it.officer)
      if (done.ok) return it.reply.redirect('/office/activation?mobile=asked', 303)
      return done.error.fields
        ? showCode(it, { id, mobile, person: person.value }, done.error)
        : it.problem(done.error)
    }),
  )

  app.get(
    `${home}/:id`,
    inUnit((it) => one.page(it)),
  )

  app.post(
    `${home}/:id`,
    guarded,
    inUnit(async (it) => {
      const agree = it.posted('agree') === 'yes'
      const decision = { unit, id: it.param('id'), agree, reason: it.posted('reason') }
      const done = await decideDeskMobile(platform, decision, it.officer)
      if (done.ok) return it.reply.redirect(`/office/activation?mobile=${agree ? 'changed' : 'refused'}`, 303)
      return one.refuse(it, done.error)
    }),
  )
}

function show(it: AtWork, problem?: Problem): FastifyReply {
  const typed = {
    person: it.posted('person'),
    kind: it.posted('kind'),
    document: it.posted('document'),
    mobile: it.posted('mobile'),
  }
  return it.page({
    title: words.title[it.visit.locale],
    path: home,
    ...(problem ? { status: problem.status } : {}),
    keys: ['a'],
    children: <LostMobilePage visit={it.visit} problem={problem} typed={typed} />,
  })
}

const showCode = (
  it: AtWork,
  of: { readonly id: string; readonly person: string; readonly mobile: string },
  problem?: Problem,
): FastifyReply =>
  it.page({
    title: words.codeTitle[it.visit.locale],
    path: home,
    ...(problem ? { status: problem.status } : {}),
    keys: ['a'],
    children: <DeskCodePage visit={it.visit} problem={problem} {...of} />,
  })

const noReader: Problem = { status: 409, code: 'no-reader', title: words.noReader }

/** What was just done with a mobile, named in the address of the desk. */
export const mobileNews = (asked: string): Text | undefined => {
  const news: Readonly<Record<string, Text>> = {
    asked: words.asked,
    changed: words.changed,
    refused: words.refused,
  }
  return Object.hasOwn(news, asked) ? news[asked] : undefined
}
