import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'traffic',
  title: { ar: 'المرور', en: 'Traffic' },
  summary: {
    ar: 'رخص القيادة والمركبات والمخالفات المرورية.',
    en: 'Driving licences, vehicles and traffic violations.',
  },
  icon: 'car',
  units: {
    'traffic-objections': { ar: 'هيئة الاعتراضات المرورية', en: 'Traffic objections panel' },
  },
})
