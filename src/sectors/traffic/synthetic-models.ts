import type { Text } from '#kernel/text.ts'

/** Makes and models for synthetic vehicles, with their seats. */
export const models: readonly {
  readonly make: Text
  readonly model: Text
  readonly seats: number
}[] = [
  { make: { ar: 'تويوتا', en: 'Toyota' }, model: { ar: 'كامري', en: 'Camry' }, seats: 5 },
  { make: { ar: 'تويوتا', en: 'Toyota' }, model: { ar: 'كورولا', en: 'Corolla' }, seats: 5 },
  { make: { ar: 'هيونداي', en: 'Hyundai' }, model: { ar: 'إلنترا', en: 'Elantra' }, seats: 5 },
  { make: { ar: 'هيونداي', en: 'Hyundai' }, model: { ar: 'أكسنت', en: 'Accent' }, seats: 5 },
  { make: { ar: 'كيا', en: 'Kia' }, model: { ar: 'سبورتاج', en: 'Sportage' }, seats: 5 },
  { make: { ar: 'نيسان', en: 'Nissan' }, model: { ar: 'باترول', en: 'Patrol' }, seats: 8 },
  { make: { ar: 'فورد', en: 'Ford' }, model: { ar: 'توروس', en: 'Taurus' }, seats: 5 },
  { make: { ar: 'هوندا', en: 'Honda' }, model: { ar: 'أكورد', en: 'Accord' }, seats: 5 },
  { make: { ar: 'مازدا', en: 'Mazda' }, model: { ar: '6', en: '6' }, seats: 5 },
  { make: { ar: 'شيفروليه', en: 'Chevrolet' }, model: { ar: 'تاهو', en: 'Tahoe' }, seats: 8 },
]

export const colours: readonly Text[] = [
  { ar: 'أبيض', en: 'White' },
  { ar: 'أسود', en: 'Black' },
  { ar: 'فضي', en: 'Silver' },
  { ar: 'رمادي', en: 'Grey' },
  { ar: 'أزرق', en: 'Blue' },
  { ar: 'أحمر', en: 'Red' },
]

/** Invented: no real insurer is named. */
export const insurers: readonly Text[] = [
  { ar: 'تأمين الواحة', en: 'Oasis Insurance' },
  { ar: 'تأمين النخيل', en: 'Palms Insurance' },
  { ar: 'تأمين السنام', en: 'Summit Insurance' },
]

export const roads: readonly Text[] = [
  { ar: 'طريق الملك فهد، الرياض', en: 'King Fahd Road, Riyadh' },
  { ar: 'طريق المدينة، جدة', en: 'Madinah Road, Jeddah' },
  { ar: 'طريق الكورنيش، الدمام', en: 'Corniche Road, Dammam' },
  { ar: 'الدائري الثاني، المدينة المنورة', en: 'Second Ring Road, Madinah' },
  { ar: 'طريق الملك عبدالعزيز، بريدة', en: 'King Abdulaziz Road, Buraydah' },
]

export const clinic: Text = { ar: 'مركز الفحص الطبي المعتمد', en: 'Approved medical centre' }

export const authorities: readonly [Text, Text] = [
  { ar: 'المحكمة المرورية', en: 'The traffic court' },
  { ar: 'محكمة التنفيذ', en: 'The enforcement court' },
]
