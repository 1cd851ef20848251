import type { Text } from '#kernel/text.ts'
import type { PassportStatus } from './registry/passports.ts'
import type { ResidencyStatus } from './registry/residency.ts'
import type { BookletKind, Direction, PermitReach, ResidencyKind, VisaKind } from './registry/tables.ts'
import type { TravelPermit, TravelPermitStatus } from './registry/travel-permits.ts'
import type { VisaStatus } from './registry/visas.ts'

export const jawazat: Text = { ar: 'المديرية العامة للجوازات', en: 'General Directorate of Passports' }

export const residencyKinds: Readonly<Record<ResidencyKind, Text>> = {
  worker: { ar: 'عامل لدى منشأة', en: 'Works for an establishment' },
  household: { ar: 'عمالة منزلية', en: 'Household worker' },
  dependant: { ar: 'تابع', en: 'Dependant' },
  premium: { ar: 'إقامة مميزة', en: 'Premium Residency' },
}

export const residencyStatuses: Readonly<Record<ResidencyStatus, Text>> = {
  valid: { ar: 'سارية', en: 'Valid' },
  expired: { ar: 'منتهية', en: 'Expired' },
  suspended: { ar: 'موقوفة', en: 'Suspended' },
  cancelled: { ar: 'ملغاة', en: 'Cancelled' },
}

export const bookletKinds: Readonly<Record<BookletKind, Text>> = {
  ordinary: { ar: 'عادي', en: 'Ordinary' },
  diplomatic: { ar: 'دبلوماسي', en: 'Diplomatic' },
  special: { ar: 'خاص', en: 'Special' },
}

export const passportStatuses: Readonly<Record<PassportStatus, Text>> = {
  issued: { ar: 'صدر ولم يُفعّل', en: 'Issued, not active yet' },
  active: { ar: 'فعّال', en: 'Active' },
  expired: { ar: 'منتهٍ', en: 'Expired' },
  superseded: { ar: 'حلّ محله جواز جديد', en: 'Replaced by a new one' },
  lost: { ar: 'مبلَّغ عن فقده', en: 'Reported lost' },
  cancelled: { ar: 'ملغى', en: 'Cancelled' },
}

export const visaKinds: Readonly<Record<VisaKind, Text>> = {
  'family-visit': { ar: 'تأشيرة زيارة عائلية', en: 'Family visit visa' },
  'business-visit': { ar: 'تأشيرة زيارة عمل', en: 'Business visit visa' },
  tourist: { ar: 'تأشيرة سياحة', en: 'Tourist visa' },
  umrah: { ar: 'تأشيرة عمرة', en: 'Umrah visa' },
  work: { ar: 'تأشيرة عمل', en: 'Work visa' },
  residence: { ar: 'تأشيرة إقامة', en: 'Residence visa' },
  'exit-reentry': { ar: 'تأشيرة خروج وعودة', en: 'Exit and re-entry visa' },
  'final-exit': { ar: 'تأشيرة خروج نهائي', en: 'Final exit visa' },
}

export const visaStatuses: Readonly<Record<VisaStatus, Text>> = {
  issued: { ar: 'صادرة', en: 'Issued' },
  used: { ar: 'مستخدمة', en: 'In use' },
  returned: { ar: 'انتهت الرحلة', en: 'Journey over' },
  cancelled: { ar: 'ملغاة', en: 'Cancelled' },
  expired: { ar: 'منتهية', en: 'Expired' },
}

export const permitTrips: Readonly<Record<TravelPermit['trips'], Text>> = {
  single: { ar: 'سفرة واحدة', en: 'One journey' },
  multiple: { ar: 'سفرات متعددة', en: 'Several journeys' },
}

export const permitReaches: Readonly<Record<PermitReach, Text>> = {
  world: { ar: 'جميع الدول', en: 'All countries' },
  gulf: { ar: 'دول مجلس التعاون', en: 'Gulf Cooperation Council' },
}

export const permitStatuses: Readonly<Record<TravelPermitStatus, Text>> = {
  active: { ar: 'سارٍ', en: 'In force' },
  used: { ar: 'مستخدم', en: 'Used' },
  cancelled: { ar: 'ملغى', en: 'Cancelled' },
  expired: { ar: 'منتهٍ', en: 'Expired' },
}

export const directions: Readonly<Record<Direction, Text>> = {
  entry: { ar: 'دخول', en: 'Entry' },
  exit: { ar: 'خروج', en: 'Exit' },
}
