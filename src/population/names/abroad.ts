import type { CountryCode } from '#platform/people/country.ts'
import { arab, saudi } from './arabic.ts'
import { type NameList, pairs } from './names.ts'

const muslimSouthAsia: NameList = {
  male: pairs(`
    عمران=Imran · شاهد=Shahid · نديم=Nadeem · آصف=Asif · وسيم=Wasim · كاشف=Kashif · جاويد=Javed ·
    رضوان=Rizwan · فرحان=Farhan · سلمان=Salman · أرسلان=Arslan · بلال=Bilal · حمزة=Hamza ·
    رفيق=Rafiq · شفيق=Shafiq · معراج=Miraj · تنوير=Tanvir · صابر=Sabir · نعمان=Noman · زاهد=Zahid
  `),
  female: pairs(`
    عائشة=Ayesha · سعدية=Sadia · نازية=Nazia · شبانة=Shabana · رخسانة=Rukhsana · فرزانة=Farzana ·
    صائمة=Saima · نسرين=Nasreen · ثريا=Surayya · روبينا=Rubina · تسليمة=Taslima · شيرين=Shirin
  `),
  family: pairs(`
    خان=Khan · شيخ=Sheikh · أنصاري=Ansari · قريشي=Qureshi · ملك=Malik · شودري=Chaudhry ·
    حق=Haque · إسلام=Islam · رحمن=Rahman · ميا=Mia · ساركار=Sarkar · باتان=Pathan
  `),
}

const india: NameList = {
  male: pairs(`
    راجيش=Rajesh · سوريش=Suresh · أنيل=Anil · فيجاي=Vijay · أرون=Arun · مانوج=Manoj · كيران=Kiran ·
    سانجاي=Sanjay · ديباك=Deepak · براكاش=Prakash · عرفان=Irfan · نواز=Nawaz · بينوي=Binoy · جوزيف=Joseph
  `),
  female: pairs(`
    بريا=Priya · أنيتا=Anita · لاكشمي=Lakshmi · ديبا=Deepa · كافيتا=Kavita · ميرا=Meera ·
    سونيتا=Sunita · ريخا=Rekha · شبانا=Shabana · مينا=Meena
  `),
  family: pairs(`
    كومار=Kumar · ناير=Nair · مينون=Menon · شارما=Sharma · باتيل=Patel · ريدي=Reddy ·
    فارغيز=Varghese · داس=Das · سينغ=Singh · كويا=Koya
  `),
}

const nepal: NameList = {
  male: pairs(
    'بيشنو=Bishnu · كريشنا=Krishna · راميش=Ramesh · ديباك=Dipak · سوراج=Suraj · بيكاش=Bikash · هاري=Hari · غوبال=Gopal · أرجون=Arjun · مادان=Madan',
  ),
  female: pairs(
    'سيتا=Sita · مايا=Maya · سونيتا=Sunita · بيمالا=Bimala · لاكسمي=Laxmi · بوجا=Puja · غيتا=Gita · رادها=Radha · ساريتا=Sarita · أنجو=Anju',
  ),
  family: pairs('ثابا=Thapa · غورونغ=Gurung · شريستا=Shrestha · تامانغ=Tamang · راي=Rai · كاركي=Karki'),
}

const lanka: NameList = {
  male: pairs(
    'نيمال=Nimal · سونيل=Sunil · كمال=Kamal · روان=Ruwan · أجيث=Ajith · رضوي=Rizvi · فاروق=Farook · براديب=Pradeep · تشامندا=Chaminda · أسيلا=Asela',
  ),
  female: pairs(
    'كوماري=Kumari · نيلاني=Nilani · تشاندريكا=Chandrika · فاطمة=Fathima · شيريني=Shirini · مالاني=Malani · ديلروكشي=Dilrukshi · سامانثي=Samanthi · إندرا=Indra · نادية=Nadeeya',
  ),
  family: pairs(
    'بيريرا=Perera · فرناندو=Fernando · سيلفا=Silva · جاياسينغه=Jayasinghe · محيي الدين=Mohideen',
  ),
}

const philippines: NameList = {
  male: pairs(
    'خوسيه=Jose · مارك=Mark · أنطونيو=Antonio · راميل=Ramil · جويل=Joel · رودل=Rodel · ألفين=Alvin · نويل=Noel · دانيلو=Danilo · روميو=Romeo',
  ),
  female: pairs(
    'ماريا=Maria · جوي=Joy · غريس=Grace · روزا=Rosa · لورنا=Lorna · كريستينا=Cristina · ماريسيل=Maricel · آنا=Ana · ليزا=Liza · إيمي=Emy',
  ),
  family: pairs(
    'سانتوس=Santos · رييس=Reyes · كروز=Cruz · باوتيستا=Bautista · أوكامبو=Ocampo · غارسيا=Garcia · راموس=Ramos',
  ),
}

const indonesia: NameList = {
  male: pairs(
    'بودي=Budi · أغوس=Agus · هندرا=Hendra · رزقي=Rizky · وحيد=Wahid · سوبريادي=Supriyadi · إيكو=Eko · جوكو=Joko · ديدي=Dedi · عارف=Arif',
  ),
  female: pairs(
    'سيتي=Siti · ديوي=Dewi · نور=Nur · سري=Sri · ليستاري=Lestari · رينا=Rina · أيو=Ayu · واتي=Wati · ياني=Yani · فيتري=Fitri',
  ),
  family: pairs(
    'ويبوو=Wibowo · سانتوسو=Santoso · هداية=Hidayat · كورنياوان=Kurniawan · سوريادي=Suryadi · نوغروهو=Nugroho',
  ),
}

const eastAfrica: NameList = {
  male: pairs(
    'أبيبي=Abebe · تسفاي=Tesfaye · جمال=Jemal · كيبروم=Kibrom · جوما=Juma · عيسى=Issa · موسيس=Moses · صمويل=Samuel · هايلي=Haile · داود=Daoud',
  ),
  female: pairs(
    'ألماز=Almaz · تيغيست=Tigist · زهرة=Zahra · حليمة=Halima · غريس=Grace · وانجيرو=Wanjiru · أشا=Asha · روز=Rose · ميريت=Meret · أوليفيا=Olivia',
  ),
  family: pairs(
    'تاديسي=Tadesse · بيكيلي=Bekele · محمد=Mohamed · أوتينو=Otieno · كاماو=Kamau · موانجي=Mwangi · أوكيلو=Okello',
  ),
}

const turkey: NameList = {
  male: pairs(
    'مصطفى=Mustafa · أمره=Emre · مراد=Murat · كمال=Kemal · أورهان=Orhan · سليم=Selim · بوراق=Burak · حسن=Hasan · جان=Can · تولغا=Tolga',
  ),
  female: pairs(
    'أليف=Elif · زينب=Zeynep · أمينة=Emine · خديجة=Hatice · سيبل=Sibel · دريا=Derya · ملك=Melek · عائشة=Ayse · غل=Gul · نورجان=Nurcan',
  ),
  family: pairs(
    'يلماز=Yilmaz · دمير=Demir · قايا=Kaya · شاهين=Sahin · تشليك=Celik · آيدن=Aydin · أوزترك=Ozturk',
  ),
}

/** Whose names the people of a country bear. */
export const namesOf: Readonly<Record<CountryCode, NameList>> = {
  SAU: saudi,
  ARE: saudi,
  BHR: saudi,
  KWT: saudi,
  OMN: saudi,
  QAT: saudi,
  EGY: arab,
  JOR: arab,
  LBN: arab,
  MAR: arab,
  SDN: arab,
  SYR: arab,
  TUN: arab,
  YEM: arab,
  BGD: muslimSouthAsia,
  PAK: muslimSouthAsia,
  IND: india,
  NPL: nepal,
  LKA: lanka,
  PHL: philippines,
  IDN: indonesia,
  ETH: eastAfrica,
  KEN: eastAfrica,
  UGA: eastAfrica,
  TUR: turkey,
}

/** Countries whose people read Arabic. */
export const readsArabic = (country: CountryCode): boolean =>
  namesOf[country] === saudi || namesOf[country] === arab
