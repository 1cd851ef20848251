import { sector } from '#platform/catalogue/definition.ts'

export default sector({
  name: 'fingerprint',
  title: { ar: 'البصمة', en: 'Fingerprints' },
  summary: {
    ar: 'هل بصمتك محدثة، وأين تسجّلها أنت وأطفالك.',
    en: 'Whether your fingerprints are up to date, and where you and your children enrol them.',
  },
  icon: 'fingerprint',
  units: { fingerprint: { ar: 'تسجيل البصمة', en: 'Fingerprint enrolment' } },
})
