import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { renderPage } from '#channels/face/layout.tsx'
import { Ltr } from '#channels/face/ltr.tsx'
import { localeOf, themeOf } from '#channels/face/preferences.ts'
import type { Locale, Text } from '#kernel/text.ts'
import type { Platform } from '#platform/platform.ts'
import type { Operation } from './operation.ts'
import { base } from './value.ts'

/** What the API can do, for a developer to read. */
export function sendDocumentation(
  request: FastifyRequest,
  reply: FastifyReply,
  { clock, config }: Pick<Platform, 'clock' | 'config'>,
  operations: readonly Operation[],
): FastifyReply {
  const locale = localeOf(request)
  return reply
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(
      renderPage({
        locale,
        theme: themeOf(request),
        path: request.url,
        title: words.title[locale],
        description: words.intro[locale],
        section: 'portal',
        now: clock.now(),
        demo: config.sandbox !== undefined,
        wide: true,
        children: <Documentation locale={locale} operations={operations} />,
      }),
    )
}

function Documentation({
  locale,
  operations,
}: {
  readonly locale: Locale
  readonly operations: readonly Operation[]
}) {
  const groups = new Map(operations.map(({ tag }) => [tag.name, tag]))
  return (
    <div class="stack">
      <h1>{words.title[locale]}</h1>
      <p class="lead">{words.intro[locale]}</p>
      <p>
        <a class="go" href={`${base}/openapi.json`}>
          {words.document[locale]}
        </a>
        {' · '}
        <a class="go" href="/partners/openapi.json">
          {words.partners[locale]}
        </a>
      </p>
      <nav aria-label={words.contents[locale]}>
        <ul>
          {[...groups.values()].map((tag) => (
            <li key={tag.name}>
              <a class="go" href={`#${tag.name}`}>
                {tag.description[locale]}
              </a>
            </li>
          ))}
          <li>
            <a class="go" href="#problems">
              {words.problems[locale]}
            </a>
          </li>
        </ul>
      </nav>
      {[...groups.values()].map((tag) => (
        <section class="stack" key={tag.name} id={tag.name}>
          <h2>{tag.description[locale]}</h2>
          {operations
            .filter((one) => one.tag.name === tag.name)
            .map((one) => (
              <article key={one.id} id={one.id}>
                <h3>{one.title[locale]}</h3>
                <code class="value-second">
                  <Ltr>{`${one.method} ${base}${one.path}`}</Ltr>
                </code>
                <p>
                  {withCode(one.summary[locale])} {accessWords(one)[locale]}
                </p>
              </article>
            ))}
        </section>
      ))}
      <section class="stack" id="problems">
        <h2>{words.problems[locale]}</h2>
        <p>{words.problemsBody[locale]}</p>
      </section>
    </div>
  )
}

/** What stands between backticks is a name of the API, and reads left to right. */
const withCode = (sentence: string) =>
  sentence.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={part}>
        <Ltr>{part}</Ltr>
      </code>
    ),
  )

const accessWords = ({ access }: Operation): Text =>
  access === 'anyone' ? words.anyone : access === 'signed-in' ? words.signedIn : words.activated

const words = {
  title: { ar: 'واجهة البرامج', en: 'The API' },
  intro: {
    ar: 'كل ما تفعله في البوابة يستطيع برنامجك فعله، بقراءة وصف OpenAPI وحده.',
    en: 'Whatever you do on the portal your program can do, by reading the OpenAPI document alone.',
  },
  document: { ar: 'وصف OpenAPI 3.1', en: 'OpenAPI 3.1 document' },
  partners: { ar: 'واجهة الشركاء', en: 'The partners’ API' },
  contents: { ar: 'المحتويات', en: 'Contents' },
  problems: { ar: 'الأخطاء', en: 'Problems' },
  problemsBody: {
    ar: 'كل رفض وفق RFC 9457: في code اسم ثابت لبرنامجك، وفي title وdetail ما يقرؤه الشخص بلغته، وفي fields ما يحتاج إلى تصحيح، وفي verdicts الشروط غير المتحققة وحلّها. عند 429 يبيّن Retry-After متى تعود.',
    en: 'Every refusal follows RFC 9457: code is a stable name for your program, title and detail are for the person in their language, fields names what to correct, and verdicts the conditions that are not met, with what to do. With 429, Retry-After says when to come again.',
  },
  anyone: { ar: 'دون دخول.', en: 'Without signing in.' },
  signedIn: { ar: 'بعد الدخول.', en: 'Signed in.' },
  activated: { ar: 'بحساب مفعّل.', en: 'With an activated account.' },
} as const satisfies Record<string, Text>
