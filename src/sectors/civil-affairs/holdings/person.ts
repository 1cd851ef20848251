import { holding } from '#platform/catalogue/holding.ts'
import { v } from '#platform/catalogue/value.ts'
import { countryName } from '#platform/people/country.ts'
import { findPerson } from '#platform/people/person.ts'
import { sexNames } from '../words.ts'

export default holding('person', {
  sector: 'civil-affairs',
  title: { ar: 'بياناتك الأساسية', en: 'Your basic record' },
  order: 10,
  blocks: async ({ db }, number) => {
    const person = await findPerson(db, number)
    if (!person) return []
    return [
      {
        kind: 'facts',
        facts: [
          { key: 'number', label: { ar: 'الرقم', en: 'Number' }, value: v.code(person.id) },
          {
            key: 'nameArabic',
            label: { ar: 'الاسم بالعربية', en: 'Name in Arabic' },
            value: v.plain(person.name.ar),
          },
          {
            key: 'nameEnglish',
            label: { ar: 'الاسم بالإنجليزية', en: 'Name in English' },
            value: v.plain(person.name.en),
          },
          {
            key: 'sex',
            label: { ar: 'الجنس', en: 'Sex' },
            value: v.text(sexNames[person.sex]),
          },
          { key: 'born', label: { ar: 'تاريخ الميلاد', en: 'Date of birth' }, value: v.day(person.born) },
          {
            key: 'birthCountry',
            label: { ar: 'بلد الميلاد', en: 'Country of birth' },
            value: v.text(countryName(person.birthCountry)),
          },
          {
            key: 'nationality',
            label: { ar: 'الجنسية', en: 'Nationality' },
            value: v.text(countryName(person.nationality)),
          },
          {
            key: 'idExpiry',
            label: { ar: 'تنتهي الهوية في', en: 'ID expires on' },
            value: v.day(person.idExpiry),
          },
          {
            key: 'registeredMobile',
            label: { ar: 'الجوال المسجّل باسمك', en: 'Mobile line in your name' },
            value: person.registeredMobile ? v.code(person.registeredMobile) : v.none,
          },
        ],
      },
    ]
  },
})
