/**
 * Words that Arabic speakers choose for passwords, the likeliest first: as they are written, then as they are
 * typed in Latin letters. One word a line.
 */
export const arabicWords = `
الله allah
محمد mohammed muhammad mohamed mohammad mohd
احمد ahmed ahmad
حبيبي habibi 7abibi
السعوديه saudi ksa saudia alsaudia
حب hob love7ob
عبدالله abdullah abdallah
علي ali
الهلال alhilal hilal alhelal
النصر alnassr alnasr nassr
الاتحاد alittihad ittihad alitihad
الاهلي alahli ahly alahly
سلام salam salaam
مرحبا marhaba mar7aba
حياتي hayati 7ayati
قلبي qalbi albi galbi
عمري omri 3omri
روحي rohi ro7i
امي ummi ommi
ابي abi
ماما mama
بابا baba yaba
حبيبتي habibti 7abibti
القران quran alquran
رسول rasool rasoul
محمود mahmoud mahmood
خالد khalid khaled 5alid
سعود saud saoud
فهد fahad fahd
سلمان salman
فيصل faisal faysal
عبدالعزيز abdulaziz abdelaziz
عبدالرحمن abdulrahman abdelrahman abdurahman
عمر omar umar 3omar
عثمان othman uthman osman
يوسف yousef yusuf youssef yosef
ابراهيم ibrahim ebrahim
اسماعيل ismail esmail
حسن hassan hasan
حسين hussein hussain husain
سعد saad sa3d
ناصر nasser nasir
ماجد majid majed
نايف naif nayef
تركي turki
بندر bandar
مشعل mishal meshal
سلطان sultan
صالح saleh salih
سالم salem salim
راشد rashid rashed
مبارك mubarak mobarak
طارق tariq tarek
كريم kareem karim
وليد waleed walid
ياسر yasser yasir
زياد ziad ziyad
هشام hisham hesham
مصطفي mustafa mostafa
فاطمه fatima fatimah fatma
عائشه aisha aysha 3aisha
خديجه khadija khadijah
مريم maryam mariam
نوره noura nora norah
ساره sara sarah
هند hind
منال manal
ريم reem rim
ريما reema rima
لمي lama
لينا leena lina
دانه dana danah
جواهر jawaher
العنود alanoud
غاده ghada
هيفاء haifa
سميره samira
ليلي layla laila leila
امل amal
منيره munira
عبير abeer abir
ايمان eman iman
دعاء doaa
نجلاء najla
سلوي salwa
وفاء wafa
الرياض riyadh alriyadh
جده jeddah jedda
مكه makkah mecca
المدينه madinah medina
الدمام dammam
الخبر khobar alkhobar
الطائف taif
تبوك tabuk tabouk
ابها abha
القصيم qassim qaseem
بريده buraydah
حائل hail
نجران najran
جازان jazan jizan
الجبيل jubail
ينبع yanbu
الاحساء alahsa hofuf
مصر misr masr egypt
القاهره cairo alqahira
سوريا suria syria
دمشق damascus dimashq
الاردن jordan alurdun
عمان amman oman
لبنان lebanon lubnan
بيروت beirut
العراق iraq aliraq
بغداد baghdad
الكويت kuwait alkuwait
قطر qatar
دبي dubai
البحرين bahrain
اليمن yemen alyaman
صنعاء sanaa
فلسطين palestine falasteen
القدس alquds
السودان sudan alsudan
الخرطوم khartoum
المغرب maghreb morocco
الجزائر algeria aljazair
تونس tunis tunisia
ليبيا libya
تركيا turkey turkiya
باكستان pakistan
الهند india alhind
بنغلاديش bangladesh
الفلبين philippines
اندونيسيا indonesia
الحمدلله alhamdulillah alhamdullah 7amdulillah
سبحانالله subhanallah sobhanallah
ماشاءالله mashallah mashaallah
انشاءالله inshallah inshaallah
بسمالله bismillah besmellah
استغفرالله astaghfirullah
لاالهالاالله lailahaillallah laillahaillallah
اللهاكبر allahuakbar allahakbar
توكلتعليالله tawakkalt
يارب yarab yarabb yarab
ربي rabbi rabi
الرحمن alrahman rahman
الرحيم alraheem raheem
الكريم alkareem alkarim
الملك almalik
القدوس alquddus
السلام alsalam assalam
المؤمن almomin
العزيز alaziz
الجبار aljabbar
الخالق alkhaliq
الغفار alghaffar
الوهاب alwahab
الرزاق alrazzaq
الفتاح alfattah
رمضان ramadan ramadhan
العيد aleid eid
الحج hajj alhajj
العمره umrah
الجمعه jumaa aljumaa jomaa
الجنه jannah aljannah
الدنيا aldonia donya
الحياه alhayah alhayat
الموت almoot
القمر alqamar qamar
الشمس alshams shams
النجوم alnojoom nojoom
السماء alsamaa
البحر albahr bahr
الورد alward ward wardah
الذهب aldahab dahab
الفضه alfidda
النور alnoor noor nour
الامل alamal
الحب alhob al7ob
العشق aleshq
الغرام algharam
الشوق alshoq
الصقر alsaqr saqr
الاسد alasad asad
الذيب aldeeb theeb
النمر alnemr nemr
الحصان hosan
الغزال ghazal
ملك malik king
ملكه malikah malika
امير ameer amir
اميره ameera amira princess
شيخ sheikh shaikh
زعيم zaeem za3eem
كبير kabeer
صغير sagheer
جميل jameel jamil
جميله jameela jamila
حلو helwa 7elo
عسل asal 3asal honey
سكر sukkar
قهوه gahwa qahwa
شاي shai
تمر tamr tamer
كبسه kabsa
مفتاح miftah muftah
باب bab
بيت bait beit
سياره sayara sayarah
جوال jawal
هاتف hatef
كلمهالسر kalimatalser
كلمهالمرور kalimatalmoror
رقمسري raqamserri
سري serri sirri
سر sirr
كلمه kalima kelma
دخول dokhool dkhol
حساب hesab 7esab
مدير modeer mudeer admin
مستخدم mostakhdem user
وزاره wizara
حكومه hokoma
وطن watan
الوطن alwatan
مملكه mamlaka
المملكه almamlaka
ديوان diwan deewan
ابشر absher abshir
توكلنا tawakkalna tawakalna
نفاذ nafath
واحد wahid wa7ed
اثنان ethnan
ثلاثه thalatha
اربعه arbaa
خمسه khamsa
سته sitta
سبعه sabaa
ثمانيه thamania
تسعه tisaa
عشره ashara
الف alf
مليون malyon million
محرم muharram
صفر safar
ربيع rabie
رجب rajab
شعبان shaaban
شوال shawwal
الاحد alahad
الاثنين alethnain
الثلاثاء althulatha
الاربعاء alarbiaa
الخميس alkhamis
السبت alsabt
مدرسه madrasah
جامعه jamiah
كتاب kitab
قلم qalam
طالب taleb talib
معلم moallem
دكتور doctor doktor
مهندس mohandes muhandis
صديقي sadiqi
اخي akhi a5i
اختي okhti o5ti
بنتي binti benti
ولدي waladi
عيوني oyooni 3yoni
نصيبي naseebi
وحشتني wa7ashtni
احبك ahebak ahbak uhibbuk
بحبك bahebak ba7ebak b7bk
اهلا ahlan
شكرا shukran
يلا yalla yala
خلاص khalas 5alas
حلوه helwah
دلوعه daloo3a
مجنون majnoon
العربي alarabi
العربيه alarabiya
عرب arab
بدوي badawi
قبيله qabila
حرب harb
عتيبه otaibah otaibi
قحطان qahtan qahtani
شمر shammar shammari
مطير mutair mutairi
دوسري dosari aldosari
غامدي ghamdi alghamdi
زهراني zahrani alzahrani
شهري shehri alshehri
عنزي enezi alenezi
حربي harbi alharbi
بلادي biladi
كوره kora koora
ميسي messi
رونالدو ronaldo
برشلونه barcelona barshelona
ريالمدريد realmadrid
`

/** What is said so often that its length protects nothing, without its spaces. */
export const arabicPhrases = `
بسم الله الرحمن الرحيم
لا اله الا الله
لا اله الا الله محمد رسول الله
اشهد ان لا اله الا الله
السلام عليكم
السلام عليكم ورحمه الله
السلام عليكم ورحمه الله وبركاته
الحمد لله رب العالمين
الحمد لله
سبحان الله وبحمده
سبحان الله العظيم
سبحان الله وبحمده سبحان الله العظيم
لا حول ولا قوه الا بالله
حسبي الله ونعم الوكيل
حسبنا الله ونعم الوكيل
توكلت علي الله
استغفر الله العظيم
استغفر الله واتوب اليه
اللهم صل علي محمد
اللهم صل وسلم علي نبينا محمد
صلي الله عليه وسلم
ان شاء الله
ما شاء الله
ما شاء الله تبارك الله
الله اكبر
لا اله الا انت سبحانك
قل هو الله احد
قل اعوذ برب الفلق
قل اعوذ برب الناس
رب اشرح لي صدري
ربنا اتنا في الدنيا حسنه
يا ارحم الراحمين
يا حي يا قيوم
المملكه العربيه السعوديه
عاش الملك
سارعي للمجد والعلياء
الله ثم الملك والوطن
حب الوطن
كلمه المرور
كلمه السر
كلمه المرور الجديده
رقمي السري
احبك يا امي
امي حبيبتي
ابي وامي
يا رب العالمين
العلم نور
الصبر مفتاح الفرج
من جد وجد
الوقت من ذهب
صباح الخير
مساء الخير
اهلا وسهلا
مرحبا بك
كل عام وانتم بخير
واحد اثنان ثلاثه
واحد اثنين ثلاثه اربعه
ابجد هوز حطي كلمن
ا ب ت ث ج ح خ
`
