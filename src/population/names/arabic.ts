import { type NameList, pairs } from './names.ts'

const male = pairs(`
  أحمد=Ahmad · محمد=Mohammed · عبدالله=Abdullah · عبدالرحمن=Abdulrahman · عبدالعزيز=Abdulaziz ·
  خالد=Khalid · سعد=Saad · سعود=Saud · فهد=Fahad · فيصل=Faisal · ناصر=Nasser · تركي=Turki ·
  بندر=Bandar · ماجد=Majed · سلطان=Sultan · مشعل=Mishal · نايف=Naif · طلال=Talal · وليد=Waleed ·
  يزيد=Yazeed · زياد=Ziyad · عمر=Omar · علي=Ali · حسن=Hassan · حسين=Hussain · إبراهيم=Ibrahim ·
  إسماعيل=Ismail · يوسف=Yousef · صالح=Saleh · سالم=Salem · راشد=Rashed · حمد=Hamad · حمود=Hamoud ·
  منصور=Mansour · مازن=Mazen · باسل=Basel · رائد=Raed · هشام=Hisham · طارق=Tariq · أنس=Anas ·
  معاذ=Muath · مهند=Muhannad · عادل=Adel · جابر=Jaber · ياسر=Yasser · بدر=Badr · غازي=Ghazi ·
  عثمان=Othman · سليمان=Sulaiman · داود=Dawood · زيد=Zaid · أيمن=Ayman · كريم=Kareem · لؤي=Loay ·
  نواف=Nawaf · ثامر=Thamer · عبدالإله=Abdulelah · حاتم=Hatem · رامي=Rami · سامي=Sami
`)

const female = pairs(`
  نورة=Noura · سارة=Sarah · فاطمة=Fatimah · عائشة=Aisha · مريم=Maryam · هند=Hind · ريم=Reem ·
  أمل=Amal · منى=Mona · هدى=Huda · لمى=Lama · لينا=Lina · دانة=Dana · جواهر=Jawaher · العنود=Alanoud ·
  شهد=Shahad · رغد=Raghad · غادة=Ghada · عبير=Abeer · أروى=Arwa · أسماء=Asma · إيمان=Iman ·
  ابتسام=Ibtisam · بدور=Budoor · بشرى=Bushra · تهاني=Tahani · حصة=Hessah · خلود=Khulood · دلال=Dalal ·
  رنا=Rana · روان=Rawan · زينب=Zainab · سلمى=Salma · سمية=Sumayyah · شروق=Shurooq · صفية=Safiyyah ·
  عزيزة=Azizah · فوزية=Fawziah · لطيفة=Latifah · مها=Maha · مشاعل=Mashael · ملاك=Malak · منال=Manal ·
  موضي=Moudi · نجلاء=Najla · نجود=Nujood · هيفاء=Haifa · وجدان=Wejdan · وعد=Waad · ياسمين=Yasmin ·
  جنى=Jana · ليان=Layan · تالا=Tala · جوري=Joury · رهف=Rahaf · أفنان=Afnan · سديم=Sadeem · مي=Mai
`)

/** Families named after trades, plants and places: common as words, nobody's lineage in particular. */
export const saudi: NameList = {
  male,
  female,
  family: pairs(`
    الريحاني=Alrayhani · البستاني=Albustani · الصيرفي=Alsairafi · العطار=Alattar · الوراق=Alwarraq ·
    الخزامى=Alkhuzama · السدير=Alsadeer · النخيل=Alnakheel · العوسج=Alawsaj · الرمال=Alrimal ·
    الوادي=Alwadi · الساحلي=Alsahili · الجبلي=Aljabali · الروابي=Alrawabi · الغدير=Alghadeer ·
    الياقوت=Alyaqout · المرجان=Almarjan · اللؤلؤي=Alluluai · الزبرجد=Alzabarjad · العنبري=Alanbari ·
    البدراني=Albadrani · النجمي=Alnajmi · الفلكي=Alfalaki · الشاطئ=Alshati · السفان=Alsaffan ·
    الحداد=Alhaddad · النجار=Alnajjar · الخياط=Alkhayyat · الصباغ=Alsabbagh · الوزان=Alwazzan ·
    الكاتب=Alkatib · الخطاط=Alkhattat · الطحان=Altahhan · السقاء=Alsaqqa · الدلال=Aldallal ·
    الزارع=Alzari · الفلاح=Alfallah · القمري=Alqamari · الهلالي=Alhilali · المزن=Almuzn ·
    الديم=Aldeem · السحاب=Alsahab · الربيعي=Alrabei · الخريف=Alkhareef · الصيفي=Alsaifi ·
    السروي=Alsarawi · التهامي=Altihami · النجدي=Alnajdi · الأحسائي=Alahsai · اليمامي=Alyamami
  `),
}

/** Residents from the Arab world. */
export const arab: NameList = {
  male,
  female,
  family: pairs(`
    المصري=Elmasry · النوبي=Elnouby · الإسكندراني=Eskandarany · الصعيدي=Elsaidi · الفيومي=Elfayoumi ·
    الشامي=Shami · الحلبي=Halabi · الحمصي=Homsi · البيروتي=Bayrouti · الطرابلسي=Trabelsi ·
    الكركي=Karaki · البلقاوي=Balqawi · النابلسي=Nabulsi · الصنعاني=Sanani · العدني=Adani ·
    الحضرمي=Hadrami · التعزي=Taizzi · الأزرق=Alazraq · النيل=Alneel · السناري=Sinnari ·
    التونسي=Tounsi · الفاسي=Fassi · الرباطي=Rbati · المراكشي=Marrakchi · القيرواني=Kairouani
  `),
}
