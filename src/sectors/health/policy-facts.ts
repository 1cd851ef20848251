import type { Fact } from '#platform/catalogue/block.ts'
import { v } from '#platform/catalogue/value.ts'
import type { HealthPolicy } from './registry/policies.ts'
import { classNames } from './words.ts'

/** A policy as the insured reads it. */
export const policyFacts = (it: HealthPolicy): readonly Fact[] => [
  { key: 'insurer', label: { ar: 'شركة التأمين', en: 'Insurer' }, value: v.text(it.insurer) },
  { key: 'number', label: { ar: 'رقم الوثيقة', en: 'Policy number' }, value: v.code(it.number) },
  { key: 'class', label: { ar: 'الفئة', en: 'Class' }, value: v.text(classNames[it.class]) },
  { key: 'from', label: { ar: 'سارية من', en: 'Valid from' }, value: v.day(it.from) },
  { key: 'until', label: { ar: 'سارية حتى', en: 'Valid until' }, value: v.day(it.until) },
]
