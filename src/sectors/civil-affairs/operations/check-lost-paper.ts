import { ok } from '#kernel/result.ts'
import { record } from '#platform/audit/record.ts'
import { operation } from '#platform/catalogue/operation.ts'
import { form } from '#platform/forms/field.ts'
import { choice, integer, text } from '#platform/forms/fields/index.ts'
import { lostPaper } from '../registry/lost.ts'
import { paperKinds } from '../registry/tables.ts'
import { paperNames } from '../words.ts'

/** The alert to verifiers (register report-lost-document): whoever is handed a paper asks by what is printed on it. */
export default operation('check-lost-paper', {
  sector: 'civil-affairs',
  version: 1,
  path: '/lost-papers/check',
  scope: 'lost-papers:read',
  title: { ar: 'هل أُبلغ عن فقد الوثيقة؟', en: 'Was a document reported lost?' },
  summary: {
    ar: 'جواب بنعم أو لا عن بطاقة أو شهادة برقمها ورقم نسختها. رقم لا وجود له جوابه لا.',
    en: 'Yes or no about a card or certificate, by its number and version. A number that nobody has is a no.',
  },
  input: form({
    kind: choice({
      label: { ar: 'الوثيقة', en: 'Document' },
      options: paperKinds.map((value) => ({ value, label: paperNames[value] })),
    }),
    number: text({ label: { ar: 'الرقم المطبوع عليها', en: 'The number printed on it' }, max: 20 }),
    version: integer({ label: { ar: 'رقم النسخة', en: 'Version' }, min: 1, max: 999 }),
  }),
  run: async ({ tx, clock, client }, { kind, number, version }) => {
    const found = await lostPaper(tx, { kind, number, version })
    if (!found) return ok({ lost: false, reportedOn: null })
    await record(tx, {
      subject: found.person_id,
      by: { kind: 'partner', client, scopes: ['lost-papers:read'] },
      action: 'paper.read',
      about: kind,
      ground: 'lost-papers:read',
      at: clock.now(),
    })
    return ok({ lost: true, reportedOn: found.reported_on })
  },
})
