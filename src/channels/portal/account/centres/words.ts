import type { Text } from '#kernel/text.ts'

/** What the page of centres says. */
export const words = {
  title: { ar: 'مراكز التسجيل والتفعيل', en: 'Activation centres' },
  lead: {
    ar: 'مكاتب يفعّل موظفوها حسابك، وأجهزة الخدمة الذاتية. الخدمة واحدة في كل مركز وقسم، وبلا رسوم.',
    en: 'Offices whose officers activate your account, and self-service devices. The service is the same in each, and free.',
  },
  city: { ar: 'المدينة', en: 'City' },
  allCities: { ar: 'كل المدن', en: 'All cities' },
  kind: { ar: 'أين؟', en: 'Where?' },
  anyKind: { ar: 'المكاتب والأجهزة', en: 'Offices and devices' },
  offices: { ar: 'مكتب فيه موظف تفعيل', en: 'An office with an officer' },
  devices: { ar: 'جهاز خدمة ذاتية', en: 'A self-service device' },
  section: { ar: 'القسم', en: 'Section' },
  anySection: { ar: 'الكل', en: 'Any' },
  all: { ar: 'للجميع', en: 'Everyone' },
  men: { ar: 'رجال', en: 'Men' },
  women: { ar: 'نساء', en: 'Women' },
  openOnly: { ar: 'المفتوح الآن فقط', en: 'Only what is open now' },
  near: { ar: 'الأقرب أولًا إلى', en: 'Nearest first to' },
  nearNone: { ar: 'بلا ترتيب', en: 'No city' },
  show: { ar: 'اعرض', en: 'Show' },
  nearest: { ar: 'الأقرب إلى موقعي', en: 'Nearest to where I am' },
  nearestLead: {
    ar: 'يسألك المتصفح أولًا، ولا يخرج موقعك من جهازك.',
    en: 'Your browser asks you first, and your location does not leave your device.',
  },
  nearestDone: { ar: 'رُتّبت المراكز من الأقرب إليك.', en: 'The centres are in order, the nearest first.' },
  nearestFailed: {
    ar: 'لم نعرف موقعك. اختر مدينتك من القائمة.',
    en: 'Your location is not known. Choose your city from the list.',
  },
  away: { ar: 'على بعد {n} كم', en: '{n} km away' },
  open: { ar: 'مفتوح الآن', en: 'Open now' },
  closed: { ar: 'مغلق الآن', en: 'Closed now' },
  none: {
    ar: 'لا يوجد مركز بهذه الشروط. جرّب مدينة أخرى أو كل الأقسام، أو فعّل من تطبيق مصرفك.',
    en: 'No centre fits. Try another city or any section, or activate in your bank’s app.',
  },
  list: { ar: 'القائمة', en: 'The list' },
  map: { ar: 'الخريطة', en: 'The map' },
  mapLabel: {
    ar: 'خريطة المملكة وعليها أرقام المدن. القائمة بعدها تقول كل ما فيها.',
    en: 'Map of the Kingdom with numbered cities. The list after it says all that it shows.',
  },
  mapRiyadhLabel: {
    ar: 'خريطة مكبرة لما حول الرياض وعليها أرقام المدن.',
    en: 'Enlarged map of the surroundings of Riyadh with numbered cities.',
  },
  mapKingdom: { ar: 'المملكة العربية السعودية', en: 'Saudi Arabia' },
  mapRiyadh: { ar: 'حول الرياض، مكبرًا', en: 'Around Riyadh, enlarged' },
  form: { ar: 'ابحث', en: 'Search' },
} as const satisfies Record<string, Text>
