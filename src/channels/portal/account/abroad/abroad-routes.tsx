import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { principalOfRequest, verifyCsrf } from '#channels/face/session.ts'
import { sendPage, visitOf } from '#channels/face/visit.ts'
import { dayOf } from '#kernel/day.ts'
import type { Text } from '#kernel/text.ts'
import {
  abroadBar,
  abroadDays,
  abroadTimes,
  askFromAbroad,
  cancelAbroad,
  ownAbroad,
} from '#platform/accounts/abroad.ts'
import { abroadTexts } from '#platform/accounts/abroad-texts.ts'
import type { Platform } from '#platform/platform.ts'
import { type Problem, problems } from '#platform/problem.ts'
import { portalNav } from '../../nav.ts'
import { sendProblem } from '../../problem-page.tsx'
import { postedText } from '../body.ts'
import { type Call, ownAccount } from '../security/signed-in.ts'
import {
  BarredPage,
  ChoosePage,
  OwnPage,
  abroadPage as page,
  StrangerPage,
  TimesPage,
} from './abroad-pages.tsx'
import { dayNamed, placeNamed } from './places.ts'
import { words } from './words.ts'

type Asked = Readonly<Record<string, unknown>>
const textIn = (asked: Asked, name: string): string => {
  const value = asked[name]
  return typeof value === 'string' ? value : ''
}

/** Activation from abroad: choosing where and when, seeing it, cancelling it (register activate-from-abroad). */
export function abroadRoutes(app: FastifyInstance, platform: Platform): void {
  const { db, clock } = platform
  const guarded = { preHandler: verifyCsrf }

  app.get<{ Querystring: Asked }>(page, async (request, reply) => {
    if (principalOfRequest(request).kind === 'person')
      return ownAccount(platform, page, (call) => show(call, request.query))(request, reply)
    const visit = await visitOf(platform, request)
    return sendPage(reply, platform, visit, {
      title: words.title[visit.locale],
      nav: portalNav(visit),
      children: <StrangerPage visit={visit} />,
    })
  })

  app.post(
    page,
    guarded,
    ownAccount(platform, page, async (call) => {
      const { request, reply, by } = call
      const asked = { place: postedText(request, 'place'), day: postedText(request, 'day') }
      const place = placeNamed(asked.place)
      const slot = new Date(postedText(request, 'time'))
      if (!place) return show(call, asked)
      if (Number.isNaN(slot.getTime()))
        return showTimes(call, asked, problems.answersWrong({ time: words.chooseTime }))
      const done = await askFromAbroad(platform, by, { place, slot })
      return done.ok ? reply.redirect(`${page}?done=booked`, 303) : showTimes(call, asked, done.error)
    }),
  )

  app.post(
    `${page}/cancel`,
    guarded,
    ownAccount(platform, page, async ({ reply, visit, by }) => {
      const done = await cancelAbroad(platform, by)
      if (!done.ok) return sendProblem(reply, platform, visit, done.error)
      return reply.redirect(`${page}?done=cancelled`, 303)
    }),
  )

  const answer = ({ reply, visit }: Call, children: ComponentChildren, status = 200) =>
    sendPage(
      reply,
      platform,
      { ...visit, path: status === 200 ? visit.path : page },
      {
        title: words.title[visit.locale],
        nav: portalNav(visit),
        ...(status === 200 ? {} : { status }),
        children,
      },
    )

  async function show(call: Call, asked: Asked): Promise<FastifyReply> {
    const { visit, by } = call
    if (by.account === 'activated') return answer(call, <BarredPage visit={visit} bar={abroadTexts.active} />)
    const own = await ownAbroad(db, by.person)
    if (own) return answer(call, <OwnPage visit={visit} own={own} booked={asked.done === 'booked'} />)
    const today = dayOf(clock.now())
    const bar = await abroadBar(db, by.person, today)
    if (bar) return answer(call, <BarredPage visit={visit} bar={bar} />)
    const days = abroadDays(today)
    const [place, day] = [textIn(asked, 'place'), textIn(asked, 'day')]
    if (placeNamed(place) && dayNamed(day, days)) return showTimes(call, asked)
    const started = 'place' in asked || 'day' in asked
    const errors: Readonly<Record<string, Text>> = started
      ? {
          ...(placeNamed(place) ? {} : { place: words.choosePlace }),
          ...(dayNamed(day, days) ? {} : { day: words.chooseDay }),
        }
      : {}
    return answer(
      call,
      <ChoosePage
        visit={visit}
        days={days}
        place={place || textIn(asked, 'from')}
        day={day}
        errors={errors}
        cancelled={asked.done === 'cancelled'}
      />,
      started ? 422 : 200,
    )
  }

  async function showTimes(call: Call, asked: Asked, problem?: Problem): Promise<FastifyReply> {
    const name = textIn(asked, 'place')
    const it = placeNamed(name)
    const day = dayNamed(textIn(asked, 'day'), abroadDays(dayOf(clock.now())))
    if (!it || !day) return show(call, asked)
    const times = await abroadTimes(db, it, day)
    return answer(
      call,
      <TimesPage visit={call.visit} place={{ name, it }} day={day} times={times} problem={problem} />,
      problem?.status,
    )
  }
}
