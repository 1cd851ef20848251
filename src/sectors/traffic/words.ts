import { formatDay } from '#kernel/format.ts'
import { formatPlate } from '#kernel/plate.ts'
import type { Text } from '#kernel/text.ts'
import type { DrivingLicence } from './registry/licences.ts'
import type { Cover, LicenceClass, PlateType, VehicleState, ViolationState } from './registry/tables.ts'
import type { Vehicle } from './registry/vehicles.ts'

/** Who answers for licences and vehicles. */
export const trafficDepartment: Text = { ar: 'الإدارة العامة للمرور', en: 'General Department of Traffic' }

export const classNames: Readonly<Record<LicenceClass, Text>> = {
  private: { ar: 'رخصة قيادة خاصة', en: 'Private driving licence' },
  public: { ar: 'رخصة قيادة عمومي', en: 'Public-transport driving licence' },
  motorcycle: { ar: 'رخصة قيادة دراجة آلية', en: 'Motorcycle licence' },
}

export const plateTypeNames: Readonly<Record<PlateType, Text>> = {
  private: { ar: 'خصوصي', en: 'Private' },
  'private-transport': { ar: 'نقل خاص', en: 'Private transport' },
  'public-transport': { ar: 'نقل عام', en: 'Public transport' },
  taxi: { ar: 'أجرة', en: 'Taxi' },
  motorcycle: { ar: 'دراجة آلية', en: 'Motorcycle' },
  diplomatic: { ar: 'دبلوماسي', en: 'Diplomatic' },
  temporary: { ar: 'مؤقت', en: 'Temporary' },
  export: { ar: 'تصدير', en: 'Export' },
}

export const vehicleStateNames: Readonly<Record<VehicleState, Text>> = {
  running: { ar: 'تسير', en: 'Running' },
  missing: { ar: 'مفقودة', en: 'Missing' },
  wanted: { ar: 'مطلوبة', en: 'Wanted' },
  held: { ar: 'محجوزة', en: 'Impounded' },
}

export const coverNames: Readonly<Record<Cover, Text>> = {
  'third-party': { ar: 'ضد الغير', en: 'Third party' },
  comprehensive: { ar: 'شامل', en: 'Comprehensive' },
}

export const violationStateNames: Readonly<Record<ViolationState, Text>> = {
  unpaid: { ar: 'غير مسددة', en: 'Unpaid' },
  paid: { ar: 'مسددة', en: 'Paid' },
  objected: { ar: 'قيد الاعتراض', en: 'Under objection' },
  dropped: { ar: 'أُسقطت', en: 'Dropped' },
}

/** 'Toyota Camry 2021, J B A 1234': how a list and a message name a vehicle. */
export const vehicleLabel = (it: Pick<Vehicle, 'make' | 'model' | 'year' | 'plate'>): Text => ({
  ar: `${it.make.ar} ${it.model.ar} ${it.year}، لوحة ${formatPlate(it.plate, 'ar')}`,
  en: `${it.make.en} ${it.model.en} ${it.year}, plate ${formatPlate(it.plate, 'en')}`,
})

export const licenceDetail = (it: Pick<DrivingLicence, 'expiresOn'>): Text => ({
  ar: `تنتهي في ${formatDay(it.expiresOn, 'ar')}`,
  en: `expires on ${formatDay(it.expiresOn, 'en')}`,
})
