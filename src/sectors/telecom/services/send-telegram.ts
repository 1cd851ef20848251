import type { Text } from '#kernel/text.ts'
import { service } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { notify } from '#platform/notices/notify.ts'
import { nameOf } from '#platform/people/holder.ts'
import { usedLine } from '../subjects.ts'
import { hasLink, noLinks, telegramField } from '../telegram.ts'

/** R-DEL-08, power `message.send`: to the actual user of a line, into their inbox. */
export default service('send-telegram', {
  sector: 'telecom',
  version: 1,
  title: { ar: 'إرسال برقية إلكترونية', en: 'Send an electronic telegram' },
  summary: {
    ar: 'أرسل برقية إلى المستخدم الفعلي لخط من خطوط المنشأة. تصل إلى رسائله في ديوان.',
    en: 'Send a telegram to the actual user of one of the establishment’s lines. It reaches their inbox.',
  },
  words: ['برقية', 'رسالة إلى موظف', 'telegram', 'message'],
  audience: ['establishment'],
  power: 'message.send',
  time: { ar: 'فورًا', en: 'At once' },
  cost: { ar: 'مجانًا', en: 'Free' },
  subject: usedLine,
  form: form({ message: telegramField }),
  rules: [],
  check: async ({ message }): Promise<{ message?: Text }> => (hasLink(message) ? { message: noLinks } : {}),
  steps: [],
  effect: async ({ tx, clock, subject, answers, request }) => {
    const firm = await nameOf(tx, subject.value.establishment)
    await notify(tx, {
      to: subject.value.user,
      key: `telegram:${request.id}`,
      title: { ar: `برقية من ${firm.ar}`, en: `A telegram from ${firm.en}` },
      body: { ar: `${firm.ar}: ${answers.message}`, en: `${firm.en}: ${answers.message}` },
      sms: false,
      at: clock.now(),
    })
  },
  retentionYears: 3,
  concurrent: true,
})
