import { findOffices } from '#platform/appointments/office.ts'
import { isOpen } from '#platform/appointments/opening.ts'
import { inquiry } from '#platform/catalogue/definition.ts'
import { form } from '#platform/forms/field.ts'
import { choice, yesNo } from '#platform/forms/fields/index.ts'
import { centresTable, sections } from '../centres-table.ts'

export default inquiry('locate-kiosk', {
  sector: 'accounts',
  version: 1,
  title: { ar: 'مواقع أجهزة الخدمة الذاتية', en: 'Where self-service devices are' },
  summary: {
    ar: 'أين تجد جهازًا تفعّل به حسابك أو تغيّر جوالك أو تطبع وثائقك.',
    en: 'Where to find a device to activate your account, change your mobile or print your documents.',
  },
  words: ['أقرب جهاز', 'آلة خدمة ذاتية', 'آلات الخدمة الذاتية', 'nearest kiosk', 'machine'],
  audience: ['anonymous', 'citizen', 'resident', 'visitor'],
  time: { ar: 'فورًا', en: 'At once' },
  access: 'public',
  form: form(
    {
      city: choice({ label: { ar: 'المدينة', en: 'City' }, options: 'subject', optional: true }),
      section: choice({
        label: { ar: 'القسم', en: 'Section' },
        hint: {
          ar: 'الخدمة واحدة في كل قسم، والخيار لك.',
          en: 'The service is the same in each; the choice is yours.',
        },
        options: [
          { value: 'women', label: sections.women },
          { value: 'men', label: sections.men },
        ],
        optional: true,
      }),
      openNow: yesNo({ label: { ar: 'المفتوح الآن فقط؟', en: 'Only what is open now?' }, optional: true }),
    },
    [
      {
        slug: 'where',
        title: { ar: 'أين؟', en: 'Where?' },
        fields: ['city', 'section', 'openNow'],
      },
    ],
  ),
  options: async ({ db }) => {
    const sites = await findOffices(db, { kind: 'kiosks' })
    return [...new Map(sites.map(({ city, cityName }) => [city, cityName]))].map(([value, label]) => ({
      value,
      label,
    }))
  },
  answer: async ({ db, clock, answers }) => {
    const now = clock.now()
    const sites = await findOffices(db, {
      kind: 'kiosks',
      ...(answers.city && { city: answers.city }),
      ...(answers.section && { section: answers.section }),
    })
    return [centresTable(answers.openNow ? sites.filter((site) => isOpen(site, now)) : sites, now)]
  },
})
