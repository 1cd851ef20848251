import type { Block } from '#platform/catalogue/block.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { v } from '#platform/catalogue/value.ts'
import { noForm } from '#platform/forms/field.ts'
import { cardBearers } from '#platform/people/subjects.ts'
import { paperFact } from '../paper-facts.ts'
import { findPaper } from '../registry/papers.ts'

/** Register digital-national-id (row 104). */
export default inquiry('digital-national-id', {
  sector: 'civil-affairs',
  version: 1,
  title: { ar: 'الهوية الوطنية الرقمية', en: 'Digital national ID' },
  summary: {
    ar: 'هويتك ورمزها على جوالك، وهوية طفلك القاصر إن كانت له.',
    en: 'Your ID and its code on your phone, and your minor child’s if they have one.',
  },
  words: ['بطاقة الأحوال', 'الهوية الرقمية', 'هوية وطنية', 'national ID card', 'digital ID'],
  audience: ['citizen'],
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  access: 'signed-in',
  form: noForm,
  answer: async ({ db, clock, today, person, shows }) => {
    if (!person) return []
    const bearers = await cardBearers.list({ db, clock }, person)
    const blocks: Block[] = []
    for (const bearer of bearers) {
      const card = await findPaper(db, bearer.person, 'national-id')
      if (!card || card.state === 'cancelled') continue
      shows(bearer.person, bearer.ground ?? 'self')
      const valid = card.expiresOn === undefined || card.expiresOn >= today
      blocks.push(
        {
          kind: 'facts',
          title: bearer.label,
          facts: [
            {
              key: 'state',
              label: { ar: 'الحال', en: 'State' },
              value: v.text(valid ? { ar: 'سارية', en: 'Valid' } : { ar: 'منتهية', en: 'Expired' }),
            },
            paperFact(card),
            { key: 'expires', label: { ar: 'تنتهي في', en: 'Expires on' }, value: v.day(card.expiresOn) },
          ],
        },
        {
          kind: 'document',
          document: 'national-id',
          title: { ar: `هوية ${bearer.label.ar}`, en: `ID of ${bearer.label.en}` },
          subject: bearer.id,
        },
      )
    }
    return blocks.length ? blocks : [none]
  },
})

const none: Block = {
  kind: 'status',
  code: 'NO_ID',
  tone: 'neutral',
  title: { ar: 'لا هوية وطنية في السجل', en: 'No national ID is on record' },
  body: {
    ar: 'تُصدر الهوية من سن الخامسة عشرة. راجع مكتب الأحوال المدنية.',
    en: 'An ID is issued from the age of fifteen. Visit a Civil Affairs office.',
  },
}
