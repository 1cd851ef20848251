import type { Block } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { Fingerprint } from './registry.ts'
import { statusTitle } from './words.ts'

/** A fingerprint record as its owner reads it: status, place and date, never the fingerprints (R-FP-14). */
export const recordBlock = ({ status, place, enrolledOn }: Fingerprint): Block => ({
  kind: 'facts',
  facts: [
    { key: 'status', label: { ar: 'الحالة', en: 'Status' }, value: v.text(statusTitle[status]) },
    { key: 'place', label: { ar: 'مكان التسجيل', en: 'Enrolled at' }, value: place ? v.text(place) : v.none },
    { key: 'enrolledOn', label: { ar: 'تاريخ التسجيل', en: 'Enrolled on' }, value: v.day(enrolledOn) },
  ],
})
