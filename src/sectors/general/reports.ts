import type { Text } from '#kernel/text.ts'
import type { ReportName } from '#platform/catalogue/holding.ts'
import type { SubjectType } from '#platform/catalogue/subject.ts'
import type { PrintedBlock } from '#platform/documents/document.ts'
import { findPerson } from '#platform/people/person.ts'

interface Kind {
  readonly title: Text
  /** What is in it, for whoever chooses. */
  readonly what: Text
  /** What it says when there is nothing: that, too, is something to show. */
  readonly empty: Text
}

/** The reports of the register (official-reports, row 141); the travel record has a service of its own. */
export const reports: Readonly<Record<ReportName, Kind>> = {
  'my-data': {
    title: { ar: 'تقرير بياناتي', en: 'Report: my data' },
    what: { ar: 'كل ما في السجلات عنك', en: 'all that the registers hold on you' },
    empty: { ar: 'لا شيء في السجلات.', en: 'The registers hold nothing.' },
  },
  family: {
    title: { ar: 'تقرير الأسرة', en: 'Report: family' },
    what: { ar: 'سجل أسرتك وأفرادها', en: 'your family record and who is in it' },
    empty: { ar: 'لا أقارب في السجل.', en: 'The record holds no relatives.' },
  },
  vehicles: {
    title: { ar: 'تقرير المركبات', en: 'Report: vehicles' },
    what: { ar: 'المركبات التي باسمك', en: 'the vehicles in your name' },
    empty: { ar: 'لا مركبة باسمه.', en: 'No vehicle is registered in this name.' },
  },
  violations: {
    title: { ar: 'تقرير المخالفات المرورية', en: 'Report: traffic violations' },
    what: { ar: 'مخالفاتك، المسددة وغيرها', en: 'your violations, paid or not' },
    empty: { ar: 'لا مخالفات مسجّلة.', en: 'No violation is on record.' },
  },
  accidents: {
    title: { ar: 'تقرير الحوادث المرورية', en: 'Report: traffic accidents' },
    what: { ar: 'حوادثك ونسبة الخطأ في كل منها', en: 'your accidents and the shares of the fault' },
    empty: { ar: 'لا حوادث مسجّلة.', en: 'No accident is on record.' },
  },
  'domestic-workers': {
    title: { ar: 'تقرير العمالة المنزلية', en: 'Report: domestic workers' },
    what: { ar: 'من يعمل في منزلك', en: 'who works in your household' },
    empty: { ar: 'لا أحد يعمل في المنزل.', en: 'Nobody works in the household.' },
  },
}

// The keys of a constant record are its key type.
export const reportKinds = Object.keys(reports) as ReportName[]

/** One’s own reports, one of each kind to ask for. */
export const ownReport: SubjectType<ReportName> = {
  kind: 'official-report',
  ground: 'self',
  choose: { ar: 'اختر التقرير', en: 'Choose a report' },
  none: {
    ar: 'لا نجد سجلك. راجع أقرب مكتب للأحوال المدنية أو الجوازات.',
    en: 'We cannot find your record. Please visit the nearest Civil Affairs or Passports office.',
  },
  list: async ({ db }, person) => {
    const found = await findPerson(db, person)
    if (!found?.alive) return []
    return reportKinds.map((name) => ({
      id: name,
      person,
      label: reports[name].title,
      detail: reports[name].what,
      value: name,
    }))
  },
}

/** How many rows its tables have: what a reader can count. */
export const entriesIn = (blocks: readonly PrintedBlock[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length : 0), 0)
