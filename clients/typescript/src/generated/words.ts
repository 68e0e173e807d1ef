// Generated from the models by `make docs`: do not edit.

/** How days and moments are written, by language. */
export const MOMENTS = {
  en: {
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    parts: [[0, 'am'], [12, 'pm']],
    moment: '{day} {month} {year}, {clock} {part}',
  },
  hi: {
    months: ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'],
    parts: [[0, 'रात'], [4, 'सुबह'], [12, 'दोपहर'], [16, 'शाम'], [20, 'रात']],
    moment: '{day} {month} {year}, {part} {clock} बजे',
  },
} as const;

/** Refusals of callables, by the `reason` in `details`, which fill the places. */
export const ERRORS = {
  'account-not-active': {
    en: 'This account is not active: its user document says why.',
    hi: 'यह खाता चालू नहीं है: कारण ऐप में आपके खाते में लिखा है।',
  },
  'account-not-found': {
    en: 'There is no such account: check the id.',
    hi: 'ऐसा कोई खाता नहीं है: कृपया आईडी जाँचें।',
  },
  'age-group-differs': {
    en: 'The patient\'s record says another age group: correct the one that is wrong.',
    hi: 'मरीज़ के रिकॉर्ड में आयु-वर्ग कुछ और है: जो ग़लत हो, उसे सुधारें।',
  },
  'age-group-unknown': {
    en: 'The patient\'s record says no age group: correct it, for under 18 a guardian consents.',
    hi: 'मरीज़ के रिकॉर्ड में आयु-वर्ग नहीं है: उसे सुधारें; 18 साल से कम आयु हो तो अभिभावक सहमति देते हैं।',
  },
  'already-member': {
    en: 'This person is a member already.',
    hi: 'यह व्यक्ति पहले से सदस्य है।',
  },
  'already-registered': {
    en: 'This account is registered already: update the profile instead.',
    hi: 'यह खाता पहले से पंजीकृत है: इसके बजाय प्रोफ़ाइल बदलें।',
  },
  'amendment-needed': {
    en: 'Say anew what is {allowed:list} to be corrected in this state, and nothing else.',
    hi: 'इस स्थिति में जो सुधारा जा सकता है ({allowed:list}), केवल वही फिर से बताएँ।',
  },
  'amount-too-large': {
    en: 'At most {limit_paise:paise} are left: give a smaller amount.',
    hi: 'ज़्यादा से ज़्यादा {limit_paise:paise} बचे हैं: कृपया कम राशि दें।',
  },
  'amount-too-small': {
    en: 'Refund at least 100 paise, or all of the {limit_paise:paise} that are left.',
    hi: 'कम से कम 100 पैसे लौटाएँ, या बचे हुए पूरे {limit_paise:paise}।',
  },
  'applicant-not-verified': {
    en: 'The e-mail address on this account is not verified: ask the person to verify it and to register again.',
    hi: 'इस खाते का ई-मेल पता सत्यापित नहीं है: व्यक्ति से कहें कि पता सत्यापित करके दोबारा पंजीकरण करें।',
  },
  'attachment-not-found': {
    en: 'At least one attachment is not the caller\'s, or was uploaded for something else.',
    hi: 'कम से कम एक अटैचमेंट आपका नहीं है, या किसी और काम के लिए अपलोड हुआ था।',
  },
  'attachment-not-ready': {
    en: 'An attachment is {state:state}: wait until it is ready, or upload another file.',
    hi: 'एक अटैचमेंट अभी तैयार नहीं है ({state:state}): तैयार होने तक रुकें, या दूसरी फ़ाइल अपलोड करें।',
  },
  'attachment-sent': {
    en: 'An attachment was sent before: upload the file again to send it once more.',
    hi: 'एक अटैचमेंट पहले भेजा जा चुका है: दोबारा भेजने के लिए फ़ाइल फिर से अपलोड करें।',
  },
  'billing-details-missing': {
    en: 'Billing details are missing: an owner enters them once, then this works.',
    hi: 'बिल का विवरण नहीं है: कोई मालिक उसे एक बार दर्ज करें, फिर यह हो जाएगा।',
  },
  'billing-needed': {
    en: 'Before the lab takes orders, save what is {missing:list}, with `wallet/set_billing`.',
    hi: 'लैब के ऑर्डर लेने से पहले `wallet/set_billing` से वह दर्ज करें जो बाकी है: {missing:list}।',
  },
  'breach-not-found': {
    en: 'There is no such breach: list them again.',
    hi: 'ऐसी कोई घटना नहीं है: सूची फिर से देखें।',
  },
  busy: {
    en: 'Too many changes at the same moment: call again with the same idempotency key.',
    hi: 'एक ही समय में बहुत सारे बदलाव हो रहे हैं: उसी कुंजी (idempotency key) के साथ दोबारा कोशिश करें।',
  },
  'callable-unknown': {
    en: 'There is no such function: check its name, or update the app.',
    hi: 'ऐसा कोई फ़ंक्शन नहीं है: नाम जाँचें, या ऐप अपडेट करें।',
  },
  'case-not-found': {
    en: 'There is no such case in this clinic: check the id.',
    hi: 'इस क्लिनिक में ऐसा कोई केस नहीं है: कृपया आईडी जाँचें।',
  },
  'catalogue-full': {
    en: 'A catalogue holds {limit:,} services at most: change one that is not needed any more.',
    hi: 'कैटलॉग में ज़्यादा से ज़्यादा {limit:,} सेवाएँ हो सकती हैं: जिसकी ज़रूरत नहीं रही, उसे बदलें।',
  },
  'claims-stale': {
    en: 'The account\'s role has changed: refresh the ID token, then call again.',
    hi: 'खाते की भूमिका बदल गई है: ऐप दोबारा खोलें (आईडी टोकन नया करें), फिर कोशिश करें।',
  },
  'consent-does-not-cover': {
    en: 'The patient\'s consent does not cover {scope}: record one that does.',
    hi: 'मरीज़ की सहमति में यह शामिल नहीं है: {scope}। ऐसी सहमति दर्ज करें जिसमें यह हो।',
  },
  'consent-full': {
    en: 'Too many cases rest on this consent: record a new one.',
    hi: 'इस सहमति पर बहुत सारे केस हैं: नई सहमति दर्ज करें।',
  },
  'consent-not-found': {
    en: 'There is no such consent in this clinic: check the id.',
    hi: 'इस क्लिनिक में ऐसी कोई सहमति नहीं है: कृपया आईडी जाँचें।',
  },
  'consent-withdrawn': {
    en: 'The patient\'s consent was withdrawn: record a new one before going on.',
    hi: 'मरीज़ की सहमति वापस ले ली गई है: आगे बढ़ने से पहले नई सहमति दर्ज करें।',
  },
  'cursor-invalid': {
    en: 'The cursor is not one that this function gave: start again without it.',
    hi: 'यह कर्सर इस फ़ंक्शन का दिया हुआ नहीं है: उसके बिना शुरू से देखें।',
  },
  'day-not-possible': {
    en: 'Promise a day from {earliest:day} to {latest:day}.',
    hi: '{earliest:day} से {latest:day} के बीच का कोई दिन बताएँ।',
  },
  'digest-for-admins': {
    en: 'Digests are for admins: leave `digest` out.',
    hi: 'डाइजेस्ट एडमिन के लिए हैं: `digest` न भेजें।',
  },
  'disclosure-not-found': {
    en: 'There is no such disclosure: list them again.',
    hi: 'ऐसा कोई प्रकटीकरण नहीं है: सूची फिर से देखें।',
  },
  'document-newer': {
    en: 'Scanner is being updated: try again in some minutes.',
    hi: 'Scanner अपडेट हो रहा है: कुछ मिनट बाद दोबारा कोशिश करें।',
  },
  'done-otherwise': {
    en: 'This was done already, with other {fields:list}: reload it, for nothing was changed.',
    hi: 'यह पहले हो चुका है, पर अलग जानकारी ({fields:list}) के साथ: इसे फिर से खोलकर देखें, कुछ बदला नहीं गया है।',
  },
  'email-not-verified': {
    en: 'This needs an e-mail address that is verified: verify yours, take a new ID token, then call again.',
    hi: 'इसके लिए ई-मेल पता सत्यापित होना चाहिए: अपना पता सत्यापित करें, फिर से साइन इन करें और दोबारा कोशिश करें।',
  },
  'erasure-blocked': {
    en: 'Erasing has to wait: end what {blocks:list} names, then ask again.',
    hi: 'मिटाना अभी रुका रहेगा: पहले यह पूरा करें ({blocks:list}), फिर दोबारा अनुरोध करें।',
  },
  'erasure-pending': {
    en: 'An erasure begins at {starts_at:moment}, so nothing new may begin: {asked} can take it back by privacy/cancel_request with {request_id}.',
    hi: '{starts_at:moment} को डेटा मिटाना शुरू होगा, इसलिए नया काम शुरू नहीं हो सकता: अनुरोध करने वाले ({asked}) अनुरोध {request_id} को privacy/cancel_request से वापस ले सकते हैं।',
  },
  'export-not-ready': {
    en: 'There is no archive to fetch: wait until the request is done, or ask anew.',
    hi: 'अभी कोई फ़ाइल तैयार नहीं है: अनुरोध पूरा होने तक रुकें, या नया अनुरोध करें।',
  },
  'file-not-found': {
    en: 'At least one file is not in this case, or not ready: reload the case.',
    hi: 'कम से कम एक फ़ाइल इस केस में नहीं है, या तैयार नहीं है: केस फिर से खोलें।',
  },
  'file-not-in-order': {
    en: 'The order holds no such file: reload the order.',
    hi: 'ऑर्डर में ऐसी कोई फ़ाइल नहीं है: ऑर्डर फिर से खोलें।',
  },
  'file-too-large': {
    en: 'The file is larger than {limit_bytes:bytes}: export a scan as binary STL or with fewer triangles, and a photograph with fewer pixels.',
    hi: 'फ़ाइल {limit_bytes:bytes} से बड़ी है: स्कैन को बाइनरी STL में या कम त्रिभुजों के साथ निर्यात करें, और फ़ोटो को कम पिक्सेल में सहेजें।',
  },
  'files-needed': {
    en: 'Name the files that the lab is to work with now.',
    hi: 'बताएँ कि लैब को अब किन फ़ाइलों से काम करना है।',
  },
  'files-stopped': {
    en: 'The patient\'s consent was withdrawn: no files about this case are given out.',
    hi: 'मरीज़ की सहमति वापस ले ली गई है: इस केस की फ़ाइलें किसी को नहीं दी जातीं।',
  },
  'form-already-there': {
    en: 'This consent has its signed form already: record a new consent for another form.',
    hi: 'इस सहमति का हस्ताक्षर किया हुआ फ़ॉर्म पहले से है: दूसरे फ़ॉर्म के लिए नई सहमति दर्ज करें।',
  },
  'form-not-found': {
    en: 'This consent has no signed form: upload a photo of it first.',
    hi: 'इस सहमति का हस्ताक्षर किया हुआ फ़ॉर्म नहीं है: पहले उसकी फ़ोटो अपलोड करें।',
  },
  'group-mandatory': {
    en: 'Messages of {groups:list} are always sent: leave these groups out of `channels`.',
    hi: '{groups:list} के संदेश हमेशा भेजे जाते हैं: इन समूहों को `channels` में न रखें।',
  },
  'guardian-required': {
    en: 'The patient is under 18: record the consent of a parent or guardian first.',
    hi: 'मरीज़ 18 साल से कम का है: पहले माता-पिता या अभिभावक की सहमति दर्ज करें।',
  },
  'hold-subject-not-found': {
    en: 'There is nobody at this path: check the ids in `subject`.',
    hi: 'इस पते पर कोई नहीं है: `subject` में दी गई आईडी जाँचें।',
  },
  'idempotency-key-reused': {
    en: 'This idempotency key was used for another request: make a new key.',
    hi: 'यह कुंजी (idempotency key) किसी दूसरे अनुरोध में इस्तेमाल हो चुकी है: नई कुंजी बनाएँ।',
  },
  'insufficient-funds': {
    en: 'The wallet lacks {missing_paise:paise}: top it up, then try again.',
    hi: 'वॉलेट में {missing_paise:paise} कम हैं: पैसे जोड़ें, फिर दोबारा कोशिश करें।',
  },
  'invalid-request': {
    en: 'The request does not have the expected form: correct the fields in `problems`.',
    hi: 'अनुरोध सही रूप में नहीं है: `problems` में बताए गए फ़ील्ड ठीक करें।',
  },
  'invite-not-open': {
    en: 'No open invitation for this verified e-mail address: ask the owner for a new one.',
    hi: 'इस सत्यापित ई-मेल पते के लिए कोई खुला आमंत्रण नहीं है: मालिक से नया आमंत्रण माँगें।',
  },
  'invoice-not-found': {
    en: 'There is no such invoice or credit note in this wallet: check the number.',
    hi: 'इस वॉलेट में ऐसा कोई बिल या क्रेडिट नोट नहीं है: नंबर जाँचें।',
  },
  'job-not-found': {
    en: 'There is no such job: list the jobs again.',
    hi: 'ऐसा कोई जॉब नहीं है: जॉब की सूची फिर से देखें।',
  },
  'lab-cannot-refund': {
    en: 'The lab\'s wallet lacks what goes back: have the lab top it up, or ask support.',
    hi: 'जो राशि लौटानी है, वह लैब के वॉलेट में नहीं है: लैब से पैसे जोड़ने को कहें, या सपोर्ट से पूछें।',
  },
  'lab-in-debt': {
    en: 'The lab owes {owed_paise:paise}: reject this, which pays it, or wait until it is paid.',
    hi: 'लैब पर {owed_paise:paise} बकाया हैं: इसे नामंज़ूर करें, जिससे बकाया चुकता होगा, या चुकाए जाने तक रुकें।',
  },
  'last-owner': {
    en: 'An organisation needs an owner: hand over the ownership first.',
    hi: 'संस्था का कोई मालिक होना ज़रूरी है: पहले मालिकाना अधिकार किसी और को सौंपें।',
  },
  'legal-hold-not-found': {
    en: 'There is no such hold: list them again.',
    hi: 'ऐसी कोई कानूनी रोक नहीं है: सूची फिर से देखें।',
  },
  'links-used-up': {
    en: 'At most {limit:,} links a day: go on tomorrow, or ask an administrator.',
    hi: 'एक दिन में ज़्यादा से ज़्यादा {limit:,} लिंक मिलते हैं: कल आगे बढ़ें, या एडमिन से कहें।',
  },
  'loss-unanswered': {
    en: 'The lab has until {earliest:moment} to answer the loss: call the order off from then on.',
    hi: 'पार्सल खोने का जवाब देने के लिए लैब के पास {earliest:moment} तक समय है: उसके बाद ऑर्डर रद्द करें।',
  },
  'message-not-found': {
    en: 'The order has no such message: reload its messages.',
    hi: 'ऑर्डर में ऐसा कोई संदेश नहीं है: संदेश फिर से खोलें।',
  },
  'not-an-admin': {
    en: 'A ticket is assigned to an active admin: name one.',
    hi: 'टिकट किसी चालू एडमिन को ही दिया जाता है: किसी एडमिन का नाम दें।',
  },
  'not-owner': {
    en: 'Only an owner of the organisation may do this.',
    hi: 'यह केवल संस्था के मालिक कर सकते हैं।',
  },
  'not-shared': {
    en: 'The clinic may not share this case now, as {why} says: ask the clinic.',
    hi: 'क्लिनिक अभी यह केस साझा नहीं कर सकता ({why}): क्लिनिक से पूछें।',
  },
  'nothing-scanned': {
    en: 'No file of this visit is ready: upload the scans and wait for their reports.',
    hi: 'इस विज़िट की कोई फ़ाइल तैयार नहीं है: स्कैन अपलोड करें और उनकी रिपोर्ट आने तक रुकें।',
  },
  'nothing-to-export': {
    en: 'No approved payout can go into a file now: see what the list says of each.',
    hi: 'अभी कोई मंज़ूर पेआउट फ़ाइल में नहीं जा सकता: सूची में देखें कि हर एक के बारे में क्या लिखा है।',
  },
  'occlusion-not-found': {
    en: 'There is no picture of how these scans meet in this case: check the ids.',
    hi: 'इस केस में इन स्कैन के आपस में मिलने की कोई तस्वीर नहीं है: कृपया आईडी जाँचें।',
  },
  'online-payment-not-configured': {
    en: 'Online payment is not set up here: ask an admin to credit the wallet.',
    hi: 'यहाँ ऑनलाइन भुगतान चालू नहीं है: एडमिन से वॉलेट में राशि जोड़ने को कहें।',
  },
  'operator-busy': {
    en: 'The operator has another visit at that time: choose another slot or operator.',
    hi: 'ऑपरेटर की उस समय दूसरी विज़िट है: दूसरा समय या दूसरे ऑपरेटर चुनें।',
  },
  'operator-not-active': {
    en: 'That account is not an active operator: choose another one.',
    hi: 'वह खाता किसी चालू ऑपरेटर का नहीं है: दूसरे ऑपरेटर चुनें।',
  },
  'order-not-found': {
    en: 'There is no such order here: check the id.',
    hi: 'यहाँ ऐसा कोई ऑर्डर नहीं है: कृपया आईडी जाँचें।',
  },
  'order-refused': {
    en: 'The order cannot go to the lab like this: see each of the `problems`.',
    hi: 'ऑर्डर इस रूप में लैब को नहीं जा सकता: `problems` में हर बात देखें।',
  },
  'org-not-found': {
    en: 'There is no such clinic or lab: check the organisation\'s id.',
    hi: 'ऐसा कोई क्लिनिक या लैब नहीं है: संस्था की आईडी जाँचें।',
  },
  'own-account': {
    en: 'Nobody decides on their own account: ask another administrator.',
    hi: 'अपने खाते का फ़ैसला कोई ख़ुद नहीं कर सकता: दूसरे एडमिन से कहें।',
  },
  'own-disclosure': {
    en: 'You entered this demand yourself: have another admin decide.',
    hi: 'यह माँग आपने ख़ुद दर्ज की है: फ़ैसला दूसरे एडमिन करें।',
  },
  'own-payout': {
    en: 'Another admin has to do this: you asked for this payout or approved it already.',
    hi: 'यह दूसरे एडमिन को करना होगा: इस पेआउट का अनुरोध या मंज़ूरी आपकी ही है।',
  },
  'own-release': {
    en: 'You asked for this release yourself: have another admin confirm it.',
    hi: 'रोक हटाने का अनुरोध आपने ख़ुद किया है: पुष्टि दूसरे एडमिन करें।',
  },
  'parcel-under-way': {
    en: 'The parcel may still arrive: report it as lost from {earliest:moment} on, or ask the lab.',
    hi: 'पार्सल अब भी आ सकता है: {earliest:moment} के बाद ही उसे खोया हुआ बताएँ, या लैब से पूछें।',
  },
  'patient-not-found': {
    en: 'There is no such patient in this clinic: check the id.',
    hi: 'इस क्लिनिक में ऐसा कोई मरीज़ नहीं है: कृपया आईडी जाँचें।',
  },
  'payment-gateway-unavailable': {
    en: 'The payment gateway does not answer: call again with the same idempotency key.',
    hi: 'पेमेंट गेटवे से जवाब नहीं मिल रहा: उसी कुंजी (idempotency key) के साथ दोबारा कोशिश करें।',
  },
  'payout-at-gateway': {
    en: 'The gateway has this payout and tells its end itself: send it again to look it up.',
    hi: 'यह पेआउट गेटवे के पास है और नतीजा वही बताएगा: उसे देखने के लिए दोबारा भेजें।',
  },
  'payout-file-gone': {
    en: 'The file is kept for some days alone, which are over: the list says what it paid.',
    hi: 'फ़ाइल कुछ ही दिन रखी जाती है, जो बीत चुके हैं: उससे क्या भुगतान हुआ, यह सूची में है।',
  },
  'payout-file-unreadable': {
    en: 'The lines in {lines:list} cannot be read: correct them and send the file again.',
    hi: 'ये पंक्तियाँ पढ़ी नहीं जा सकीं: {lines:list}। उन्हें ठीक करके फ़ाइल फिर से भेजें।',
  },
  'payout-gateway-not-configured': {
    en: 'Payouts through the gateway are not set up: make a file for the bank instead.',
    hi: 'गेटवे से पेआउट यहाँ चालू नहीं है: इसके बजाय बैंक के लिए फ़ाइल बनाएँ।',
  },
  'payout-method-changed': {
    en: 'The lab\'s account changed since this was asked for: reject it, or ask anew.',
    hi: 'इस अनुरोध के बाद लैब का खाता बदल गया है: इसे नामंज़ूर करें, या नया अनुरोध करें।',
  },
  'payout-method-missing': {
    en: 'Nobody knows where to pay: an owner enters the lab\'s account, then this works.',
    hi: 'भुगतान कहाँ करना है, यह पता नहीं है: कोई मालिक लैब का खाता दर्ज करें, फिर यह हो जाएगा।',
  },
  'payout-method-too-new': {
    en: 'The account is new: approve at {waits_until:moment}, when the owners had time to notice.',
    hi: 'खाता नया है: {waits_until:moment} के बाद मंज़ूर करें, ताकि मालिकों को ध्यान देने का समय मिले।',
  },
  'payout-not-found': {
    en: 'There is no such payout: check the id.',
    hi: 'ऐसा कोई पेआउट नहीं है: कृपया आईडी जाँचें।',
  },
  'payout-too-small': {
    en: 'Ask for {least_paise:paise} or more: transfers of less are not made.',
    hi: '{least_paise:paise} या उससे ज़्यादा माँगें: इससे कम राशि नहीं भेजी जाती।',
  },
  'policy-not-accepted': {
    en: 'The privacy policy has a newer {version}: have it accepted, then call again.',
    hi: 'गोपनीयता नीति का नया संस्करण {version} लागू है: उसे स्वीकार कराएँ, फिर दोबारा कोशिश करें।',
  },
  'policy-not-current': {
    en: 'The privacy policy has a newer version: show it, then accept that one.',
    hi: 'गोपनीयता नीति का नया संस्करण आ गया है: उसे दिखाएँ, फिर वही स्वीकार करें।',
  },
  'prices-changed': {
    en: 'The prices have changed: show those of {price_list}, then ask again with it.',
    hi: 'क़ीमतें बदल गई हैं: मूल्य-सूची {price_list} दिखाएँ, फिर उसी के साथ दोबारा अनुरोध करें।',
  },
  'profile-missing': {
    en: 'Save the lab\'s profile first, then what it makes.',
    hi: 'पहले लैब की प्रोफ़ाइल सहेजें, फिर यह कि लैब क्या बनाती है।',
  },
  'reason-needed': {
    en: 'Give one of the reasons that are {allowed:list} for this step, or none where none is.',
    hi: 'इस क़दम के लिए मान्य कारणों में से कोई एक दें ({allowed:list}); कोई मान्य न हो तो कारण न दें।',
  },
  'reference-taken': {
    en: 'Another patient of this clinic has that reference: find the patient, or change it.',
    hi: 'इस क्लिनिक के दूसरे मरीज़ का यही संदर्भ नंबर है: उस मरीज़ को खोजें, या नंबर बदलें।',
  },
  'request-not-found': {
    en: 'There is no such request here: check the id.',
    hi: 'यहाँ ऐसा कोई अनुरोध नहीं है: कृपया आईडी जाँचें।',
  },
  'request-open': {
    en: 'The same was asked before: {request_id} is not answered yet.',
    hi: 'यही अनुरोध पहले हो चुका है: {request_id} का जवाब अभी बाकी है।',
  },
  'review-not-found': {
    en: 'There is no access review of that month: each begins with its month.',
    hi: 'उस महीने की कोई एक्सेस समीक्षा नहीं है: हर समीक्षा का नाम उसके महीने से शुरू होता है।',
  },
  'role-not-allowed': {
    en: 'This account\'s role may not do this: ask an administrator.',
    hi: 'इस खाते की भूमिका में यह नहीं किया जा सकता: एडमिन से पूछें।',
  },
  'service-not-found': {
    en: 'There is no such service in this catalogue: check the id.',
    hi: 'इस कैटलॉग में ऐसी कोई सेवा नहीं है: कृपया आईडी जाँचें।',
  },
  'shipment-needed': {
    en: 'Say with which carrier the order was sent.',
    hi: 'बताएँ कि ऑर्डर किस कूरियर से भेजा गया।',
  },
  'sign-in-again': {
    en: 'Sign in again, then ask within five minutes.',
    hi: 'दोबारा साइन इन करें, फिर पाँच मिनट के अंदर अनुरोध करें।',
  },
  'sign-in-required': {
    en: 'Sign in, then call again.',
    hi: 'साइन इन करें, फिर दोबारा कोशिश करें।',
  },
  'slot-in-past': {
    en: 'The slot begins in the past: offer one that begins later.',
    hi: 'यह समय बीत चुका है: बाद में शुरू होने वाला समय दें।',
  },
  'slot-not-offered': {
    en: 'The clinic did not offer that slot: reload the visit and choose one that it did.',
    hi: 'क्लिनिक ने यह समय नहीं दिया था: विज़िट फिर से खोलें और दिए गए समय में से चुनें।',
  },
  'slot-too-far-ahead': {
    en: 'The slot begins more than a year from now: offer one within a year.',
    hi: 'यह समय एक साल से भी आगे का है: एक साल के अंदर का समय दें।',
  },
  'statement-too-long': {
    en: 'There are more than {limit:,} entries in this time: take CSV, which has room for 20,000, a PDF for 5,000, or ask for a shorter time.',
    hi: 'इस अवधि में {limit:,} से ज़्यादा प्रविष्टियाँ हैं: CSV लें, जिसमें 20,000 आती हैं, PDF में 5,000, या छोटी अवधि चुनें।',
  },
  'statement-too-old': {
    en: 'Entries of that time are not kept any more: ask for a time from {begins:day} on.',
    hi: 'उस समय की प्रविष्टियाँ अब नहीं रखी जातीं: {begins:day} के बाद की अवधि चुनें।',
  },
  'subject-not-found': {
    en: 'There is no such patient in this clinic: check the id.',
    hi: 'इस क्लिनिक में ऐसा कोई मरीज़ नहीं है: कृपया आईडी जाँचें।',
  },
  'supplier-details-missing': {
    en: 'The platform\'s own billing details are missing: support sets them, then this works.',
    hi: 'प्लेटफ़ॉर्म का अपना बिल विवरण नहीं है: सपोर्ट उसे दर्ज करेगा, फिर यह हो जाएगा।',
  },
  'tariff-not-found': {
    en: 'There is no such tariff: check its name, or publish its first price list.',
    hi: 'ऐसी कोई शुल्क-दर नहीं है: नाम जाँचें, या उसकी पहली मूल्य-सूची प्रकाशित करें।',
  },
  'ticket-full': {
    en: 'A ticket has {limit:,} messages at most: open another one.',
    hi: 'एक टिकट में ज़्यादा से ज़्यादा {limit:,} संदेश हो सकते हैं: नया टिकट खोलें।',
  },
  'ticket-message-not-found': {
    en: 'The ticket has no such message: reload its messages.',
    hi: 'टिकट में ऐसा कोई संदेश नहीं है: संदेश फिर से खोलें।',
  },
  'ticket-not-found': {
    en: 'There is no such ticket here: check the id.',
    hi: 'यहाँ ऐसा कोई टिकट नहीं है: कृपया आईडी जाँचें।',
  },
  'time-in-future': {
    en: 'A time of the past lies in the future: check the device\'s clock and the time given.',
    hi: 'बीता हुआ समय भविष्य में दिया गया है: डिवाइस की घड़ी और दिया गया समय जाँचें।',
  },
  'too-early': {
    en: 'The visit\'s slot has not begun: wait until then.',
    hi: 'विज़िट का समय अभी शुरू नहीं हुआ है: तब तक रुकें।',
  },
  'too-many-billing-details': {
    en: 'Too much was sold under other details: set earlier ones again, or write to support.',
    hi: 'दूसरे बिल विवरण पर बहुत बिक्री हो चुकी है: पहले वाला विवरण फिर दर्ज करें, या सपोर्ट को लिखें।',
  },
  'too-many-messages': {
    en: 'An order has {limit:,} messages at most: telephone, or ask support.',
    hi: 'एक ऑर्डर पर ज़्यादा से ज़्यादा {limit:,} संदेश हो सकते हैं: फ़ोन करें, या सपोर्ट से पूछें।',
  },
  'too-many-open-uploads': {
    en: 'Too many uploads are open: finish them, or wait until they expire.',
    hi: 'बहुत सारे अपलोड खुले हैं: उन्हें पूरा करें, या उनका समय समाप्त होने तक रुकें।',
  },
  'too-many-tickets': {
    en: 'You have {limit:,} tickets that are not closed: write to one of them, or close one.',
    hi: 'आपके {limit:,} टिकट खुले हैं: उनमें से किसी में लिखें, या किसी को बंद करें।',
  },
  'too-many-uploads': {
    en: 'This visit has used up its uploads: ask for another visit.',
    hi: 'इस विज़िट के सभी अपलोड इस्तेमाल हो चुके हैं: दूसरी विज़िट का अनुरोध करें।',
  },
  'transaction-not-found': {
    en: 'There is no such captured fee in this wallet: check both ids.',
    hi: 'इस वॉलेट में ऐसा कोई लिया गया शुल्क नहीं है: दोनों आईडी जाँचें।',
  },
  'visit-already-requested': {
    en: 'Minutes ago a visit was requested for this patient, with the same scans at an overlapping time, {visit_id}: use that one, or request another with `again`.',
    hi: 'कुछ मिनट पहले इसी मरीज़ के लिए, इन्हीं स्कैन और मिलते-जुलते समय पर विज़िट {visit_id} का अनुरोध हुआ था: उसी का उपयोग करें, या `again` के साथ दूसरी माँगें।',
  },
  'visit-not-found': {
    en: 'There is no such visit for this account: reload the list.',
    hi: 'इस खाते के लिए ऐसी कोई विज़िट नहीं है: सूची फिर से देखें।',
  },
  'wallet-not-found': {
    en: 'There is no such wallet: check the id.',
    hi: 'ऐसा कोई वॉलेट नहीं है: कृपया आईडी जाँचें।',
  },
  'wrong-breach-state': {
    en: 'The breach is in {state:state}, which does not allow this: list them again.',
    hi: 'घटना की स्थिति ({state:state}) में यह नहीं हो सकता: सूची फिर से देखें।',
  },
  'wrong-case-status': {
    en: 'The case\'s status, {state:state}, does not allow this: reload the case.',
    hi: 'केस की स्थिति ({state:state}) में यह नहीं हो सकता: केस फिर से खोलें।',
  },
  'wrong-disclosure-state': {
    en: 'The disclosure is in {state:state}, which does not allow this: list them again.',
    hi: 'प्रकटीकरण की स्थिति ({state:state}) में यह नहीं हो सकता: सूची फिर से देखें।',
  },
  'wrong-job-state': {
    en: 'The job is in {state:state}, which does not allow this: list the jobs again.',
    hi: 'जॉब की स्थिति ({state:state}) में यह नहीं हो सकता: जॉब की सूची फिर से देखें।',
  },
  'wrong-legal-hold-state': {
    en: 'The hold is in {state:state}, which does not allow this: list them again.',
    hi: 'कानूनी रोक की स्थिति ({state:state}) में यह नहीं हो सकता: सूची फिर से देखें।',
  },
  'wrong-order-state': {
    en: 'The order is in {state:state}, which does not allow this: reload it, then decide again.',
    hi: 'ऑर्डर की स्थिति ({state:state}) में यह नहीं हो सकता: उसे फिर से खोलें, फिर तय करें।',
  },
  'wrong-payout-state': {
    en: 'The payout\'s state does not allow this: reload it and see what can be done.',
    hi: 'पेआउट की स्थिति में यह नहीं हो सकता: उसे फिर से खोलें और देखें कि क्या किया जा सकता है।',
  },
  'wrong-request-state': {
    en: 'The request is in {state:state}, which does not allow this: load it again.',
    hi: 'अनुरोध की स्थिति ({state:state}) में यह नहीं हो सकता: उसे फिर से खोलें।',
  },
  'wrong-review-state': {
    en: 'The review is in {state:state}, which does not allow this: wait until it is open.',
    hi: 'समीक्षा की स्थिति ({state:state}) में यह नहीं हो सकता: उसके खुलने तक रुकें।',
  },
  'wrong-status': {
    en: 'The account\'s status does not allow this: reload the list, then decide again.',
    hi: 'खाते की स्थिति में यह नहीं हो सकता: सूची फिर से देखें, फिर तय करें।',
  },
  'wrong-ticket-state': {
    en: 'The ticket is in {state:state}, which does not allow this: reload it, or open another.',
    hi: 'टिकट की स्थिति ({state:state}) में यह नहीं हो सकता: उसे फिर से खोलें, या नया टिकट बनाएँ।',
  },
  'wrong-visit-state': {
    en: 'The visit\'s state, {state:state}, does not allow this: reload the visit.',
    hi: 'विज़िट की स्थिति ({state:state}) में यह नहीं हो सकता: विज़िट फिर से खोलें।',
  },
  'zone-unknown': {
    en: 'There is no such time zone: name one of IANA\'s, such as `Asia/Kolkata`.',
    hi: 'ऐसा कोई समय-क्षेत्र नहीं है: IANA का कोई नाम दें, जैसे `Asia/Kolkata`।',
  },
  internal: {
    en: 'Something went wrong on our side: try again in a moment.',
    hi: 'हमारी ओर से कुछ गड़बड़ी हुई है: थोड़ी देर में दोबारा कोशिश करें।',
  },
} as const;

/** What speaks against an order, by the `reason` of each problem, which fills the places. */
export const PROBLEMS = {
  'lab-not-accepting': {
    en: 'The lab takes no orders now: choose another one.',
    hi: 'लैब अभी ऑर्डर नहीं ले रही है: दूसरी लैब चुनें।',
  },
  'service-unknown': {
    en: 'The lab does not offer this service: reload its catalogue.',
    hi: 'लैब यह सेवा नहीं देती: उसका कैटलॉग फिर से खोलें।',
  },
  'teeth-missing': {
    en: 'Name the teeth that the work is for.',
    hi: 'बताएँ कि काम किन दाँतों के लिए है।',
  },
  'tooth-unknown': {
    en: 'There is no tooth of this number: use the two digits of ISO 3950.',
    hi: 'इस नंबर का कोई दाँत नहीं है: ISO 3950 के दो अंक लिखें।',
  },
  'tooth-twice': {
    en: 'A tooth is named twice: it can have one such work, so name it once.',
    hi: 'एक दाँत दो बार लिखा है: उस पर ऐसा एक ही काम हो सकता है, इसलिए उसे एक बार लिखें।',
  },
  'tooth-with-successor': {
    en: 'A deciduous tooth is named, and the permanent one that follows it: only one of them can have such work.',
    hi: 'दूध का दाँत और उसकी जगह आने वाला स्थायी दाँत, दोनों लिखे हैं: ऐसा काम उनमें से एक पर ही हो सकता है।',
  },
  'named-otherwise': {
    en: 'Work of this kind is ordered by its {names:list}: name these, and leave this out.',
    hi: 'इस तरह का काम {names:list} बताकर ऑर्डर होता है: वही लिखें, और इसे छोड़ दें।',
  },
  'units-missing': {
    en: 'Name the units of the bridge, and whether each is a retainer or a pontic.',
    hi: 'ब्रिज की यूनिट बताएँ, और यह कि हर यूनिट रिटेनर है या पॉन्टिक।',
  },
  'arches-missing': {
    en: 'Name the arch that the work is for: upper, lower, or both.',
    hi: 'बताएँ कि काम किस आर्च के लिए है: ऊपरी, निचला, या दोनों।',
  },
  'arch-twice': {
    en: 'An arch is named twice: name each once.',
    hi: 'एक आर्च दो बार लिखा है: हर एक को एक बार लिखें।',
  },
  'two-arches': {
    en: 'One piece cannot stand in both arches: order one for each.',
    hi: 'एक ही पीस दोनों आर्च में नहीं लग सकता: हर आर्च के लिए अलग ऑर्डर करें।',
  },
  'two-dentitions': {
    en: 'One piece cannot hold deciduous and permanent teeth: check the numbers.',
    hi: 'एक ही पीस दूध के और स्थायी दाँतों पर नहीं लग सकता: नंबर जाँचें।',
  },
  'bridge-too-short': {
    en: 'A bridge has two units at least: order a single crown as such.',
    hi: 'ब्रिज में कम से कम दो यूनिट होती हैं: एक क्राउन को क्राउन के रूप में ऑर्डर करें।',
  },
  'bridge-has-gap': {
    en: 'The units do not stand side by side: name {missing:list}, too.',
    hi: 'यूनिट पास-पास नहीं हैं: जो छूटी हैं ({missing:list}), उन्हें भी लिखें।',
  },
  'retainer-missing': {
    en: 'Nothing holds the bridge: it needs a retainer at one end at least.',
    hi: 'ब्रिज को कुछ थामता नहीं है: कम से कम एक सिरे पर रिटेनर चाहिए।',
  },
  'pontic-missing': {
    en: 'The bridge replaces no tooth: order single crowns, and note which are to be joined.',
    hi: 'ब्रिज किसी दाँत की जगह नहीं लेता: अलग-अलग क्राउन ऑर्डर करें, और नोट में लिखें कि कौन-से जोड़ने हैं।',
  },
  'price-does-not-fit': {
    en: 'The lab prices this work by the tooth, which it is not made for: ask the lab to save the service anew.',
    hi: 'लैब ने इस काम की क़ीमत प्रति दाँत रखी है, जो इस काम के लिए सही नहीं है: लैब से सेवा फिर से सहेजने को कहें।',
  },
  'material-not-offered': {
    en: 'The service is not made of this material: choose one that it lists.',
    hi: 'यह सेवा इस मटीरियल में नहीं मिलती: सूची में से कोई मटीरियल चुनें।',
  },
  'shade-missing': {
    en: 'Choose a shade of the service\'s guide.',
    hi: 'सेवा की शेड गाइड में से एक शेड चुनें।',
  },
  'shade-not-in-guide': {
    en: 'The shade is not in the service\'s guide: choose one that is.',
    hi: 'यह शेड सेवा की गाइड में नहीं है: गाइड में से कोई शेड चुनें।',
  },
  'file-not-found': {
    en: 'The case holds no such file: reload the case.',
    hi: 'केस में ऐसी कोई फ़ाइल नहीं है: केस फिर से खोलें।',
  },
  'file-superseded': {
    en: 'A newer scan replaced this file: send that one.',
    hi: 'इस फ़ाइल की जगह नया स्कैन आ चुका है: वही भेजें।',
  },
  'file-has-warnings': {
    en: 'The gate warned of this file: scan again, or sign it off.',
    hi: 'जाँच में इस फ़ाइल पर चेतावनी मिली है: दोबारा स्कैन करें, या इसकी पुष्टि कर दें।',
  },
  'case-has-findings': {
    en: 'A laboratory would send the case back: mend what each of the `findings` says, or sign them off.',
    hi: 'लैब यह केस लौटा देगी: `findings` में बताई गई हर बात ठीक करें, या उसकी पुष्टि कर दें।',
  },
  'wanted-too-early': {
    en: 'The lab cannot have it ready by then: see {earliest:day}.',
    hi: 'लैब तब तक तैयार नहीं कर सकती: सबसे पहला दिन {earliest:day} है।',
  },
  'wanted-too-late': {
    en: 'Nothing is ordered so long ahead: see {latest:day}.',
    hi: 'इतना पहले से ऑर्डर नहीं होता: सबसे आख़िरी दिन {latest:day} है।',
  },
  'consent-withdrawn': {
    en: 'The patient\'s consent was withdrawn: nothing of the case may be shared.',
    hi: 'मरीज़ की सहमति वापस ले ली गई है: केस का कुछ भी साझा नहीं किया जा सकता।',
  },
  'consent-does-not-cover': {
    en: 'The patient did not consent to sharing with labs: record it first.',
    hi: 'मरीज़ ने लैब के साथ साझा करने की सहमति नहीं दी है: पहले वह दर्ज करें।',
  },
  'wrong-case-status': {
    en: 'The case\'s status does not allow it: reload the case.',
    hi: 'केस की स्थिति में यह नहीं हो सकता: केस फिर से खोलें।',
  },
  'guardian-required': {
    en: 'The patient is under 18: the clinic records a guardian\'s consent first.',
    hi: 'मरीज़ 18 साल से कम का है: क्लिनिक पहले अभिभावक की सहमति दर्ज करे।',
  },
  'erasure-pending': {
    en: 'An erasure begins at {starts_at:moment}, so nothing new may begin: {asked} can take it back by privacy/cancel_request with {request_id}.',
    hi: '{starts_at:moment} को डेटा मिटाना शुरू होगा, इसलिए नया काम शुरू नहीं हो सकता: अनुरोध करने वाले ({asked}) अनुरोध {request_id} को privacy/cancel_request से वापस ले सकते हैं।',
  },
  'insufficient-funds': {
    en: 'The wallet lacks {missing_paise:paise}: top it up.',
    hi: 'वॉलेट में {missing_paise:paise} कम हैं: पैसे जोड़ें।',
  },
  'billing-details-missing': {
    en: 'The lab has to save its billing details first: ask it to.',
    hi: 'लैब को पहले अपने बिल का विवरण दर्ज करना होगा: उससे कहें।',
  },
} as const;

/**
 * What the gate says of a file, by the `template` of a finding; its `figures` fill the places. Of
 * an earlier release they have no template: show their `sentence`.
 */
export const FINDINGS = {
  'stl-empty': {
    en: 'The file is empty: export the scan again and upload the new file.',
    hi: 'फ़ाइल ख़ाली है: स्कैन दोबारा निर्यात करें और नई फ़ाइल अपलोड करें।',
  },
  'stl-too-large': {
    en: 'The file has {mb:,} MB and at most {most_mb:,} MB are accepted: export the scan with fewer triangles.',
    hi: 'फ़ाइल {mb:,} MB की है और ज़्यादा से ज़्यादा {most_mb:,} MB स्वीकार होते हैं: स्कैन कम त्रिभुजों के साथ निर्यात करें।',
  },
  'stl-too-large.text': {
    en: 'The file is a text STL of {mb:,} MB and at most {most_mb:,} MB are accepted: export the scan as binary STL, which is three to five times smaller.',
    hi: 'फ़ाइल {mb:,} MB की टेक्स्ट STL है और ज़्यादा से ज़्यादा {most_mb:,} MB स्वीकार होते हैं: स्कैन को बाइनरी STL में निर्यात करें, जो तीन से पाँच गुना छोटी होती है।',
  },
  'stl-too-large.unpacked': {
    en: 'The file has more than the {most_mb} MB that are accepted: export it with fewer triangles, or save it with fewer pixels.',
    hi: 'फ़ाइल स्वीकार किए जाने वाले {most_mb} MB से बड़ी है: उसे कम त्रिभुजों के साथ निर्यात करें, या कम पिक्सेल में सहेजें।',
  },
  'stl-not-stl': {
    en: 'This is not an STL file: export the scan as STL (binary) and upload that file.',
    hi: 'यह STL फ़ाइल नहीं है: स्कैन को STL (बाइनरी) में निर्यात करें और वह फ़ाइल अपलोड करें।',
  },
  'stl-is-archive': {
    en: 'This is a compressed archive, not a scan: unpack it and upload the STL file inside.',
    hi: 'यह स्कैन नहीं, संपीड़ित आर्काइव है: उसे खोलें और अंदर की STL फ़ाइल अपलोड करें।',
  },
  'stl-is-archive.zip': {
    en: 'This is a ZIP archive, not a scan: unpack it and upload the STL file inside.',
    hi: 'यह स्कैन नहीं, ZIP आर्काइव है: उसे खोलें और अंदर की STL फ़ाइल अपलोड करें।',
  },
  'stl-is-web-page': {
    en: 'This is a web page, not a scan: the download from the scanner\'s portal failed, sign in there and download the STL file again.',
    hi: 'यह स्कैन नहीं, वेब पेज है: स्कैनर के पोर्टल से डाउनलोड नहीं हो पाया, वहाँ साइन इन करके STL फ़ाइल फिर से डाउनलोड करें।',
  },
  'stl-is-image': {
    en: 'This is a picture, not a scan: upload it as an image, or export the scan as STL.',
    hi: 'यह स्कैन नहीं, तस्वीर है: इसे तस्वीर के रूप में अपलोड करें, या स्कैन को STL में निर्यात करें।',
  },
  'stl-is-document': {
    en: 'This is a PDF document, not a scan: export the scan as STL and upload that file.',
    hi: 'यह स्कैन नहीं, PDF दस्तावेज़ है: स्कैन को STL में निर्यात करें और वह फ़ाइल अपलोड करें।',
  },
  'stl-is-other-3d-format': {
    en: 'This is a 3D file, but of another format: export the scan as STL and upload that file.',
    hi: 'यह 3D फ़ाइल है, पर दूसरे फ़ॉर्मैट की: स्कैन को STL में निर्यात करें और वह फ़ाइल अपलोड करें।',
  },
  'stl-truncated': {
    en: 'The file was cut short: it declares {declared:,} triangles and holds {held:,}; export the scan again and upload the whole file.',
    hi: 'फ़ाइल अधूरी है: उसमें {declared:,} त्रिभुज बताए गए हैं और {held:,} ही हैं; स्कैन दोबारा निर्यात करें और पूरी फ़ाइल अपलोड करें।',
  },
  'stl-truncated.text': {
    en: 'The file was cut short: its closing line is missing; export the scan again and upload the whole file.',
    hi: 'फ़ाइल अधूरी है: उसकी आख़िरी पंक्ति नहीं है; स्कैन दोबारा निर्यात करें और पूरी फ़ाइल अपलोड करें।',
  },
  'stl-count-wrong': {
    en: 'The number of triangles in the file\'s header is wrong: it says {declared:,}, and the file holds {held:,}; export the scan again, with the scanner\'s own software, and upload the new file.',
    hi: 'फ़ाइल के हेडर में त्रिभुजों की संख्या ग़लत है: वहाँ {declared:,} लिखा है और फ़ाइल में {held:,} हैं; स्कैनर के अपने सॉफ़्टवेयर से स्कैन दोबारा निर्यात करें और नई फ़ाइल अपलोड करें।',
  },
  'stl-more-than-declared': {
    en: 'The file declares {declared:,} triangles but {rest:,} more bytes follow, so part of the scan could be missing: export it again and upload the new file.',
    hi: 'फ़ाइल में {declared:,} त्रिभुज बताए गए हैं, पर उसके बाद {rest:,} बाइट और हैं, इसलिए स्कैन का कोई हिस्सा छूट सकता है: दोबारा निर्यात करें और नई फ़ाइल अपलोड करें।',
  },
  'stl-trailing-bytes': {
    en: 'The {rest:,} bytes after the last triangle belong to no triangle and were removed; nothing needs to be done.',
    hi: 'आख़िरी त्रिभुज के बाद के {rest:,} बाइट किसी त्रिभुज के नहीं थे और हटा दिए गए; आपको कुछ करना नहीं है।',
  },
  'stl-ascii-structure': {
    en: 'The text of the STL file is damaged around its closing lines: export the scan again, as binary STL if the scanner offers it.',
    hi: 'STL फ़ाइल का टेक्स्ट उसकी आख़िरी पंक्तियों के पास ख़राब है: स्कैन दोबारा निर्यात करें, हो सके तो बाइनरी STL में।',
  },
  'stl-ascii-structure.facet': {
    en: 'The text of the STL file is damaged at triangle {triangle:,}: export the scan again, as binary STL if the scanner offers it.',
    hi: 'STL फ़ाइल का टेक्स्ट त्रिभुज {triangle:,} पर ख़राब है: स्कैन दोबारा निर्यात करें, हो सके तो बाइनरी STL में।',
  },
  'stl-ascii-number': {
    en: 'A coordinate after triangle {before:,} is not a number: export the scan again, as binary STL if the scanner offers it.',
    hi: 'त्रिभुज {before:,} के बाद एक निर्देशांक संख्या नहीं है: स्कैन दोबारा निर्यात करें, हो सके तो बाइनरी STL में।',
  },
  'stl-ascii-number.comma': {
    en: 'A coordinate after triangle {before:,} has a decimal comma, and STL has decimal points: set the scanner\'s software or computer to decimal points, or export the scan as binary STL.',
    hi: 'त्रिभुज {before:,} के बाद एक निर्देशांक में दशमलव की जगह कॉमा है, जबकि STL में दशमलव बिंदु होता है: स्कैनर के सॉफ़्टवेयर या कंप्यूटर में दशमलव बिंदु चुनें, या स्कैन को बाइनरी STL में निर्यात करें।',
  },
  'stl-ascii-encoding': {
    en: 'The file mixes text with other data: export the scan again, as binary STL if the scanner offers it.',
    hi: 'फ़ाइल में टेक्स्ट के साथ दूसरा डेटा मिला हुआ है: स्कैन दोबारा निर्यात करें, हो सके तो बाइनरी STL में।',
  },
  'stl-ascii-encoding.wide': {
    en: 'The text of the file is UTF-16, and that of STL is not: export the scan again, as binary STL if the scanner offers it.',
    hi: 'फ़ाइल का टेक्स्ट UTF-16 में है, जो STL में नहीं होता: स्कैन दोबारा निर्यात करें, हो सके तो बाइनरी STL में।',
  },
  'stl-ascii-endless-line': {
    en: 'The file has a line without an end, which no scanner writes: export the scan again, as binary STL if the scanner offers it.',
    hi: 'फ़ाइल में एक पंक्ति ख़त्म ही नहीं होती, जैसी कोई स्कैनर नहीं लिखता: स्कैन दोबारा निर्यात करें, हो सके तो बाइनरी STL में।',
  },
  'stl-ascii-ignored': {
    en: 'The text has lines or words that STL does not know, such as colours or comments; they were passed over, and all triangles were read: nothing needs to be done.',
    hi: 'टेक्स्ट में ऐसी पंक्तियाँ या शब्द हैं जो STL में नहीं होते, जैसे रंग या टिप्पणियाँ; उन्हें छोड़ दिया गया और सभी त्रिभुज पढ़े गए: आपको कुछ करना नहीं है।',
  },
  'stl-too-few-triangles': {
    en: 'The scan has almost no surface (number of triangles: {triangles}): check in the scanner\'s software that the scan is complete and export it again.',
    hi: 'स्कैन में लगभग कोई सतह नहीं है (त्रिभुजों की संख्या: {triangles}): स्कैनर के सॉफ़्टवेयर में देखें कि स्कैन पूरा है, और दोबारा निर्यात करें।',
  },
  'stl-too-few-triangles.none': {
    en: 'The scan has no surface (number of triangles: {triangles}): check in the scanner\'s software that the scan is complete and export it again.',
    hi: 'स्कैन में कोई सतह नहीं है (त्रिभुजों की संख्या: {triangles}): स्कैनर के सॉफ़्टवेयर में देखें कि स्कैन पूरा है, और दोबारा निर्यात करें।',
  },
  'stl-too-many-triangles': {
    en: 'The scan has more than the {most:,} triangles that are accepted: export it with a lower resolution.',
    hi: 'स्कैन में स्वीकार किए जाने वाले {most:,} त्रिभुजों से ज़्यादा हैं: उसे कम रेज़ोल्यूशन में निर्यात करें।',
  },
  'stl-not-finite': {
    en: 'Some coordinates of the scan are not numbers, so the file is damaged: export the scan again and upload the new file.',
    hi: 'स्कैन के कुछ निर्देशांक संख्याएँ नहीं हैं, यानी फ़ाइल ख़राब है: स्कैन दोबारा निर्यात करें और नई फ़ाइल अपलोड करें।',
  },
  'stl-no-surface': {
    en: 'All triangles of the file are flat, it holds no surface: export the scan again and upload the new file.',
    hi: 'फ़ाइल के सभी त्रिभुज चपटे हैं, उसमें कोई सतह नहीं है: स्कैन दोबारा निर्यात करें और नई फ़ाइल अपलोड करें।',
  },
  'stl-too-small': {
    en: 'The scan measures less than {least_mm} mm: export it again in millimetres.',
    hi: 'स्कैन {least_mm} मि.मी. से भी छोटा है: उसे मिलीमीटर में दोबारा निर्यात करें।',
  },
  'stl-too-big': {
    en: 'The scan measures {extent_mm:,.0f} mm, far more than a mouth: export it again in millimetres.',
    hi: 'स्कैन {extent_mm:,.0f} मि.मी. का है, जो मुँह से कहीं बड़ा है: उसे मिलीमीटर में दोबारा निर्यात करें।',
  },
  'stl-too-far-from-origin': {
    en: 'The scan lies so far from the origin that its details are rounded away: export it again without moving it.',
    hi: 'स्कैन मूल बिंदु से इतना दूर है कि उसकी बारीकियाँ खो जाती हैं: उसे बिना खिसकाए दोबारा निर्यात करें।',
  },
  'stl-unit-doubtful': {
    en: 'The scan measures {extent_mm:,.4g} mm at its longest: check the size, and export it again in millimetres if it is wrong.',
    hi: 'स्कैन की सबसे बड़ी लंबाई {extent_mm:,.4g} मि.मी. है: नाप जाँचें, और ग़लत हो तो मिलीमीटर में दोबारा निर्यात करें।',
  },
  'stl-unit-doubtful.unit': {
    en: 'The scan measures {extent_mm:,.4g} mm at its longest (perhaps it was exported in {unit:term}): check the size, and export it again in millimetres if it is wrong.',
    hi: 'स्कैन की सबसे बड़ी लंबाई {extent_mm:,.4g} मि.मी. है (शायद वह {unit:term} में निर्यात हुआ है): नाप जाँचें, और ग़लत हो तो मिलीमीटर में दोबारा निर्यात करें।',
  },
  'stl-degenerate-triangles': {
    en: '{count:,} of {triangles:,} triangles have no area: if the lab reports trouble, export the scan again at full resolution.',
    hi: '{triangles:,} में से {count:,} त्रिभुजों का कोई क्षेत्रफल नहीं है: लैब को दिक्कत हो तो स्कैन को पूरे रेज़ोल्यूशन में दोबारा निर्यात करें।',
  },
  'stl-duplicate-triangles': {
    en: '{count:,} of {triangles:,} triangles occur more than once: check that the scan was not exported twice into one file.',
    hi: '{triangles:,} में से {count:,} त्रिभुज एक से ज़्यादा बार आए हैं: देखें कि स्कैन एक ही फ़ाइल में दो बार तो निर्यात नहीं हुआ।',
  },
  'stl-non-manifold-edges': {
    en: 'At {count:,} edges more than two triangles meet: if the lab reports trouble, let the scanner\'s software clean the scan and export it again.',
    hi: '{count:,} किनारों पर दो से ज़्यादा त्रिभुज मिलते हैं: लैब को दिक्कत हो तो स्कैनर के सॉफ़्टवेयर से स्कैन साफ़ कराएँ और दोबारा निर्यात करें।',
  },
  'stl-flipped-triangles': {
    en: 'At {count:,} edges the surface turns inside out: if the lab reports trouble, let the scanner\'s software clean the scan and export it again.',
    hi: '{count:,} किनारों पर सतह उलटी हो जाती है: लैब को दिक्कत हो तो स्कैनर के सॉफ़्टवेयर से स्कैन साफ़ कराएँ और दोबारा निर्यात करें।',
  },
  'stl-many-pieces': {
    en: 'The scan consists of {pieces:,} loose pieces: remove stray parts in the scanner\'s software if they are not wanted, and export it again.',
    hi: 'स्कैन {pieces:,} अलग-अलग टुकड़ों में है: जो टुकड़े नहीं चाहिए, उन्हें स्कैनर के सॉफ़्टवेयर में हटाएँ और दोबारा निर्यात करें।',
  },
  'image-empty': {
    en: 'The image file is empty: save the picture again and upload that file.',
    hi: 'तस्वीर की फ़ाइल ख़ाली है: तस्वीर दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-too-large': {
    en: 'The image has {mb:,} MB and at most {most_mb:,} MB are accepted: save it smaller.',
    hi: 'तस्वीर {mb:,} MB की है और ज़्यादा से ज़्यादा {most_mb:,} MB स्वीकार होते हैं: उसे छोटा करके सहेजें।',
  },
  'image-too-large.unpacked': {
    en: 'The file has more than the {most_mb} MB that are accepted: export it with fewer triangles, or save it with fewer pixels.',
    hi: 'फ़ाइल स्वीकार किए जाने वाले {most_mb} MB से बड़ी है: उसे कम त्रिभुजों के साथ निर्यात करें, या कम पिक्सेल में सहेजें।',
  },
  'image-format-not-allowed': {
    en: 'This is not a {formats} or {last} picture: save it as JPEG and upload that file.',
    hi: 'यह {formats} या {last} तस्वीर नहीं है: इसे JPEG में सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-coding-not-supported': {
    en: 'The picture is {coding:term}, which is not supported: save it as an ordinary JPEG or PNG of 8 bits and upload that file.',
    hi: 'इस तस्वीर का रूप स्वीकार नहीं होता ({coding:term}): उसे 8 बिट की साधारण JPEG या PNG में सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-too-many-pixels': {
    en: 'The picture has more than the {most_megapixels:,} megapixels that are accepted of its kind: save it as JPEG, 2,000 pixels wide, and upload that.',
    hi: 'तस्वीर में इस तरह की तस्वीर के लिए स्वीकार किए जाने वाले {most_megapixels:,} मेगापिक्सेल से ज़्यादा हैं: उसे 2,000 पिक्सेल चौड़ी JPEG में सहेजें और वह अपलोड करें।',
  },
  'image-too-many-pixels.counted': {
    en: 'The picture has {megapixels:,} megapixels and at most {most_megapixels:,} are accepted of its kind: save it as JPEG, 2,000 pixels wide, and upload that.',
    hi: 'तस्वीर में {megapixels:,} मेगापिक्सेल हैं और इस तरह की तस्वीर में ज़्यादा से ज़्यादा {most_megapixels:,} स्वीकार होते हैं: उसे 2,000 पिक्सेल चौड़ी JPEG में सहेजें और वह अपलोड करें।',
  },
  'image-too-long': {
    en: 'The picture is {side:,} pixels wide or high and at most {most:,} are accepted: cut out the part that matters and upload that.',
    hi: 'तस्वीर {side:,} पिक्सेल चौड़ी या ऊँची है और ज़्यादा से ज़्यादा {most:,} स्वीकार होते हैं: ज़रूरी हिस्सा काटकर वही अपलोड करें।',
  },
  'image-too-small': {
    en: 'The picture has only {width} x {height} pixels: upload the original picture.',
    hi: 'तस्वीर में केवल {width} x {height} पिक्सेल हैं: मूल तस्वीर अपलोड करें।',
  },
  'image-animated': {
    en: 'The picture is animated: save a single still as JPEG and upload that file.',
    hi: 'तस्वीर चलती हुई (एनिमेटेड) है: उसका एक स्थिर चित्र JPEG में सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-several-pages': {
    en: 'The TIFF has more than one page: save each picture as a file of its own and upload those.',
    hi: 'TIFF में एक से ज़्यादा पन्ने हैं: हर तस्वीर अलग फ़ाइल में सहेजें और वे अपलोड करें।',
  },
  'image-damaged': {
    en: 'The picture is damaged and cannot be shown whole: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है और पूरी नहीं दिखाई जा सकती: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.ends-early': {
    en: 'The picture is cut short; of its {rows:,} rows those from row {row:,} on are missing: save it again and upload that file.',
    hi: 'तस्वीर अधूरी है; उसकी {rows:,} पंक्तियों में से पंक्ति {row:,} से आगे की नहीं हैं: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.pixels-missing': {
    en: 'The picture is damaged; a part of its pixels is missing: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसके पिक्सेल का एक हिस्सा नहीं है: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.cut-short': {
    en: 'The picture is cut short; a part of its pixels is missing: save it again and upload that file.',
    hi: 'तस्वीर अधूरी है; उसके पिक्सेल का एक हिस्सा नहीं है: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.short-part': {
    en: 'The picture is damaged; a part of it is shorter than its rows: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसका एक हिस्सा अपनी पंक्तियों से छोटा है: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.passes-missing': {
    en: 'The picture is cut short; the passes that make it sharp are missing: save it again and upload that file.',
    hi: 'तस्वीर अधूरी है; जिन हिस्सों से वह साफ़ दिखती है, वे नहीं हैं: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.size': {
    en: 'The picture is damaged; its pixels do not add up to its size: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसके पिक्सेल उसके आकार से मेल नहीं खाते: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.sum': {
    en: 'The picture is damaged; its pixels do not add up to their sum: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसके पिक्सेल अपने जाँच-योग (चेकसम) से मेल नहीं खाते: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.restart': {
    en: 'The picture is damaged; a piece between two of its restart marks is lost: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसके बीच का एक टुकड़ा खो गया है: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.rows': {
    en: 'The picture is damaged; some of its rows cannot be read: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसकी कुछ पंक्तियाँ पढ़ी नहीं जा सकतीं: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.between': {
    en: 'The picture is damaged; bytes between its parts belong to none: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसके हिस्सों के बीच के कुछ बाइट किसी हिस्से के नहीं हैं: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-damaged.mark': {
    en: 'The picture is damaged; a part of it has a mark that no JPEG may have: save it again and upload that file.',
    hi: 'तस्वीर ख़राब है; उसके एक हिस्से में ऐसा निशान है जो JPEG में नहीं हो सकता: उसे दोबारा सहेजें और वह फ़ाइल अपलोड करें।',
  },
  'image-end-missing': {
    en: 'The picture\'s file lacks its end; all of its rows are there.',
    hi: 'तस्वीर की फ़ाइल का अंत नहीं है; उसकी सभी पंक्तियाँ मौजूद हैं।',
  },
  'image-bytes-left': {
    en: 'The picture\'s file has {count:,} bytes after its last row; look at whether it is whole.',
    hi: 'तस्वीर की फ़ाइल में आख़िरी पंक्ति के बाद {count:,} बाइट और हैं; देख लें कि तस्वीर पूरी है।',
  },
  'image-passes-missing': {
    en: 'The picture lacks passes that would make it sharper; look at it.',
    hi: 'तस्वीर में वे हिस्से नहीं हैं जिनसे वह और साफ़ दिखती; उसे देख लें।',
  },
  'image-not-checked-whole': {
    en: 'The picture\'s colours are sampled in a way that few programs know, so it was not checked whether each of its pixels is there; look at it.',
    hi: 'तस्वीर के रंग ऐसे तरीक़े से लिखे हैं जिसे कम प्रोग्राम जानते हैं, इसलिए यह नहीं जाँचा जा सका कि उसका हर पिक्सेल मौजूद है; उसे देख लें।',
  },
  'image-stretched': {
    en: 'The picture uses {bits} of its 16 bits: its brightness was stretched so that the largest number of {bits} bits is white.',
    hi: 'तस्वीर अपने 16 बिट में से {bits} का ही उपयोग करती है: उसकी चमक इस तरह बढ़ाई गई है कि {bits} बिट की सबसे बड़ी संख्या सफ़ेद हो।',
  },
  'image-profile-unusable': {
    en: 'The picture\'s colour profile is broken or of another kind of picture, so its colours were taken as they are; compare no shade by it.',
    hi: 'तस्वीर की रंग-प्रोफ़ाइल ख़राब है या दूसरी तरह की तस्वीर की है, इसलिए रंग जैसे थे वैसे ही लिए गए; इससे शेड न मिलाएँ।',
  },
  'image-print-colours': {
    en: 'The picture has the colours of a print without saying of which, so they were converted by rule of thumb; compare no shade by it.',
    hi: 'तस्वीर में छपाई के रंग हैं, पर किस छपाई के, यह नहीं लिखा है, इसलिए उन्हें मोटे तौर पर बदला गया; इससे शेड न मिलाएँ।',
  },
  'archive-empty': {
    en: 'The archive is empty: upload it again.',
    hi: 'आर्काइव ख़ाली है: उसे दोबारा अपलोड करें।',
  },
  'archive-empty.no-file': {
    en: 'There is no file in the archive: pack it anew.',
    hi: 'आर्काइव में कोई फ़ाइल नहीं है: उसे नए सिरे से बनाएँ।',
  },
  'archive-not-zip': {
    en: 'The file is no ZIP archive: export or pack the case as ZIP and upload that.',
    hi: 'यह ZIP आर्काइव नहीं है: केस को ZIP में निर्यात या पैक करें और वह अपलोड करें।',
  },
  'archive-too-large': {
    en: 'The archive has {mb:,} MB and at most {most_mb:,} MB are accepted: leave out what the lab does not need, or upload the scans one by one.',
    hi: 'आर्काइव {mb:,} MB का है और ज़्यादा से ज़्यादा {most_mb:,} MB स्वीकार होते हैं: जो लैब को नहीं चाहिए उसे छोड़ दें, या स्कैन एक-एक करके अपलोड करें।',
  },
  'archive-too-large.unpacked': {
    en: 'The files in the archive are larger than the {most_mb} MB that are accepted together: leave out what the lab does not need, or upload the scans one by one.',
    hi: 'आर्काइव की फ़ाइलें कुल मिलाकर स्वीकार किए जाने वाले {most_mb} MB से बड़ी हैं: जो लैब को नहीं चाहिए उसे छोड़ दें, या स्कैन एक-एक करके अपलोड करें।',
  },
  'archive-too-many-files': {
    en: 'There are too many files in the archive: pack only the scans and photographs of this case.',
    hi: 'आर्काइव में बहुत सारी फ़ाइलें हैं: केवल इस केस के स्कैन और फ़ोटो पैक करें।',
  },
  'archive-packed-too-tightly': {
    en: 'The files in the archive are far larger than scans and photographs that are packed so small: pack only those of this case.',
    hi: 'आर्काइव की फ़ाइलें इतने कम में पैक हुए स्कैन और फ़ोटो से कहीं बड़ी हैं: केवल इस केस की फ़ाइलें पैक करें।',
  },
  'archive-names-too-long': {
    en: 'A file in the archive has too long a name: pack the files of the case without their folders.',
    hi: 'आर्काइव में एक फ़ाइल का नाम बहुत लंबा है: केस की फ़ाइलें उनके फ़ोल्डर के बिना पैक करें।',
  },
  'archive-encrypted': {
    en: 'The archive is protected with a password: export or pack the case without one.',
    hi: 'आर्काइव पर पासवर्ड लगा है: केस को बिना पासवर्ड के निर्यात या पैक करें।',
  },
  'archive-packing-not-supported': {
    en: 'The archive is packed in a way that is not supported: pack it as an ordinary ZIP (Deflate).',
    hi: 'आर्काइव ऐसे तरीक़े से पैक है जो स्वीकार नहीं होता: उसे साधारण ZIP (Deflate) में पैक करें।',
  },
  'archive-damaged': {
    en: 'The archive is damaged or cut short: export the case again, or pack its files anew.',
    hi: 'आर्काइव ख़राब या अधूरा है: केस दोबारा निर्यात करें, या उसकी फ़ाइलें फिर से पैक करें।',
  },
  'archive-without-scans': {
    en: 'There is no STL file in the archive: export the case with its scans as STL, and upload photographs by themselves.',
    hi: 'आर्काइव में कोई STL फ़ाइल नहीं है: केस को STL स्कैन के साथ निर्यात करें, और फ़ोटो अलग से अपलोड करें।',
  },
  'archive-nothing-filed': {
    en: 'None of the scans and photographs in the archive was let in: see what is said of each.',
    hi: 'आर्काइव का कोई भी स्कैन या फ़ोटो स्वीकार नहीं हुआ: हर एक के बारे में लिखा कारण देखें।',
  },
  'archive-files-left-out': {
    en: 'Files that are neither scans nor photographs were left out ({count}), such as project files and documents: they may name the patient, and nothing of them was kept.',
    hi: 'जो फ़ाइलें न स्कैन हैं न फ़ोटो, वे छोड़ दी गईं ({count}), जैसे प्रोजेक्ट फ़ाइलें और दस्तावेज़: उनमें मरीज़ का नाम हो सकता है, और उनका कुछ भी रखा नहीं गया।',
  },
  'archive-scans-of-other-format': {
    en: 'Scans in another format than STL were left out ({count}): export them as STL.',
    hi: 'STL के अलावा दूसरे फ़ॉर्मैट के स्कैन छोड़ दिए गए ({count}): उन्हें STL में निर्यात करें।',
  },
  'archive-in-archive': {
    en: 'Archives in the archive were not opened ({count}): pack what is in them with the others.',
    hi: 'आर्काइव के अंदर के आर्काइव नहीं खोले गए ({count}): उनमें जो है, उसे बाकी फ़ाइलों के साथ पैक करें।',
  },
  'archive-jaw-unknown': {
    en: 'The file\'s name does not tell which jaw the scan is of, and it was not filed: name it upper, lower or bite, or upload it by itself.',
    hi: 'फ़ाइल के नाम से पता नहीं चलता कि स्कैन किस जबड़े का है, और उसे दर्ज नहीं किया गया: नाम में upper, lower या bite लिखें, या उसे अलग से अपलोड करें।',
  },
  'archive-jaw-twice': {
    en: 'Several scans in the archive may be the one of this jaw or bite, and none of them was filed: upload the one that counts by itself.',
    hi: 'आर्काइव के कई स्कैन इस जबड़े या बाइट के हो सकते हैं, और उनमें से कोई दर्ज नहीं हुआ: जो सही है, उसे अलग से अपलोड करें।',
  },
  'archive-bite-side': {
    en: 'The file\'s name does not tell the side of this bite: it was told by where it lies on the scans of the jaws.',
    hi: 'फ़ाइल के नाम से इस बाइट की ओर पता नहीं चलती: जबड़ों के स्कैन पर उसकी जगह से तय की गई।',
  },
  'archive-other-scan-of-jaw': {
    en: 'This is a further scan of a jaw, such as one before the preparation, and was not filed: upload it by itself if the lab needs it.',
    hi: 'यह जबड़े का एक और स्कैन है, जैसे तैयारी से पहले का, और दर्ज नहीं हुआ: लैब को चाहिए तो इसे अलग से अपलोड करें।',
  },
  'archive-same-file-twice': {
    en: 'Another file of the archive has the same bytes: this one was not filed again.',
    hi: 'आर्काइव की दूसरी फ़ाइल बिल्कुल यही है: इसे दोबारा दर्ज नहीं किया गया।',
  },
  'archive-photographs-not-consented': {
    en: 'The patient\'s consent does not cover photographs: this one was not kept.',
    hi: 'मरीज़ की सहमति में फ़ोटो शामिल नहीं हैं: यह फ़ोटो नहीं रखी गई।',
  },
  'slot-closed': {
    en: 'This upload was closed meanwhile: start a new one.',
    hi: 'यह अपलोड इस बीच बंद हो गया: नया अपलोड शुरू करें।',
  },
  'slot-expired': {
    en: 'This upload came too late: start a new one.',
    hi: 'यह अपलोड बहुत देर से आया: नया अपलोड शुरू करें।',
  },
  'size-differs': {
    en: 'The file is not as large as announced: upload it again.',
    hi: 'फ़ाइल का आकार बताए गए आकार से अलग है: उसे दोबारा अपलोड करें।',
  },
  'upload-encoded': {
    en: 'The file was sent in a compressed form (with a content encoding): upload the file itself.',
    hi: 'फ़ाइल संपीड़ित रूप में (content encoding के साथ) भेजी गई: मूल फ़ाइल अपलोड करें।',
  },
  'upload-lost': {
    en: 'The file could not be read: upload it again.',
    hi: 'फ़ाइल पढ़ी नहीं जा सकी: उसे दोबारा अपलोड करें।',
  },
  'not-processed': {
    en: 'The file could not be processed: upload it again.',
    hi: 'फ़ाइल पर काम पूरा नहीं हो सका: उसे दोबारा अपलोड करें।',
  },
} as const;

/** What the case check says, by `code`. A finding carries both languages filled: show them. */
export const CASE_FINDINGS = {
  'case-arch-missing': {
    sentence: {
      en: 'No scan of the {scan} is among the files, and the work is made for it.',
      hi: 'फ़ाइलों में {scan} का स्कैन नहीं है, जबकि काम उसी के लिए बनना है।',
    },
    mend: {
      en: 'Add the scan of the {scan}, or have it scanned.',
      hi: '{scan} का स्कैन जोड़ें, या स्कैन कराएँ।',
    },
  },
  'case-antagonist-missing': {
    sentence: {
      en: 'No scan of the {scan} is among the files, and the work bites on it: contacts cannot be set without it.',
      hi: 'फ़ाइलों में {scan} का स्कैन नहीं है, जिससे यह काम मिलेगा: उसके बिना दाँतों का संपर्क तय नहीं हो सकता।',
    },
    mend: {
      en: 'Add the scan of the {scan}, exported in its bite with the other jaw or with a bite scan.',
      hi: '{scan} का स्कैन जोड़ें, जो दूसरे जबड़े के साथ बाइट में निर्यात किया गया हो, या साथ में बाइट स्कैन दें।',
    },
  },
  'case-bite-missing': {
    sentence: {
      en: 'No bite scan is among the files, and whether the scans of the jaws lie as they bite could not be told.',
      hi: 'फ़ाइलों में बाइट स्कैन नहीं है, और जबड़ों के स्कैन बाइट की स्थिति में हैं या नहीं, यह पता नहीं चल सका।',
    },
    mend: {
      en: 'Make sure that the jaws were exported as they bite, or add a bite scan.',
      hi: 'देख लें कि जबड़े बाइट की स्थिति में निर्यात हुए हैं, या बाइट स्कैन जोड़ें।',
    },
  },
  'case-scan-body-missing': {
    sentence: {
      en: 'For {teeth} the lab needs a scan of the {scan} with the scan body in place; whether the files show it cannot be told.',
      hi: '{teeth} के लिए लैब को {scan} का ऐसा स्कैन चाहिए जिसमें स्कैन बॉडी लगी हो; फ़ाइलों में वह है या नहीं, यह पता नहीं चल सकता।',
    },
    mend: {
      en: 'Make sure that the scan of the {scan} shows the scan body; if it does not, scan it so.',
      hi: 'देख लें कि {scan} के स्कैन में स्कैन बॉडी दिखती है; न दिखे तो उसके साथ स्कैन कराएँ।',
    },
  },
  'case-arch-not-whole': {
    sentence: {
      en: 'The scan of the {scan} does not reach {teeth}, and the work needs the whole arch.',
      hi: '{scan} का स्कैन {teeth} तक नहीं पहुँचता, जबकि इस काम के लिए पूरा आर्च चाहिए।',
    },
    mend: {
      en: 'Scan the whole arch; if no teeth are left there, sign this off.',
      hi: 'पूरा आर्च स्कैन करें; अगर वहाँ दाँत नहीं बचे हैं, तो इसकी पुष्टि कर दें।',
    },
  },
  'case-tooth-not-scanned': {
    sentence: {
      en: 'The scan of the {scan} does not reach {teeth}, and the work is made there.',
      hi: '{scan} का स्कैन {teeth} तक नहीं पहुँचता, जबकि काम वहीं बनना है।',
    },
    mend: {
      en: 'Check the number of the tooth and the jaw, or scan that side.',
      hi: 'दाँत का नंबर और जबड़ा जाँचें, या उस ओर का स्कैन कराएँ।',
    },
  },
  'case-hole-at-tooth': {
    sentence: {
      en: 'The scan of the {scan} has a hole of {across_mm} mm beside {teeth}.',
      hi: '{scan} के स्कैन में {teeth} के पास {across_mm} मि.मी. का छेद है।',
    },
    mend: {
      en: 'Scan the place again; if the hole is away from the preparation and the contacts, sign this off.',
      hi: 'उस जगह को दोबारा स्कैन करें; अगर छेद तैयार दाँत और संपर्कों से दूर है, तो इसकी पुष्टि कर दें।',
    },
  },
  'case-holes': {
    sentence: {
      en: 'The scan of the {scan} has holes, as far as can be told away from the teeth of the order: {holes}, the largest of {across_mm} mm.',
      hi: '{scan} के स्कैन में छेद हैं, जो जहाँ तक पता चलता है ऑर्डर के दाँतों से दूर हैं: {holes}, सबसे बड़ा {across_mm} मि.मी. का।',
    },
    mend: {
      en: 'Look at the marked picture, and scan again what the lab needs of it.',
      hi: 'निशान लगी तस्वीर देखें, और लैब को जो हिस्सा चाहिए उसे दोबारा स्कैन करें।',
    },
  },
  'case-jaws-exchanged': {
    sentence: {
      en: 'The jaws are exchanged: what is filed as the lower jaw is the upper one, and the other way round.',
      hi: 'जबड़े आपस में बदल गए हैं: जो निचले जबड़े के नाम से दर्ज है वह ऊपरी है, और जो ऊपरी के नाम से है वह निचला।',
    },
    mend: {
      en: 'Upload both scans again, each under its own jaw.',
      hi: 'दोनों स्कैन सही जबड़े के नाम से दोबारा अपलोड करें।',
    },
  },
  'case-jaws-both-upper': {
    sentence: {
      en: 'Two scans that bite on each other are both filed as the upper jaw.',
      hi: 'एक-दूसरे से मिलने वाले दो स्कैन, दोनों ऊपरी जबड़े के नाम से दर्ज हैं।',
    },
    mend: {
      en: 'Upload both scans again, each under its own jaw.',
      hi: 'दोनों स्कैन सही जबड़े के नाम से दोबारा अपलोड करें।',
    },
  },
  'case-jaws-both-lower': {
    sentence: {
      en: 'Two scans that bite on each other are both filed as the lower jaw.',
      hi: 'एक-दूसरे से मिलने वाले दो स्कैन, दोनों निचले जबड़े के नाम से दर्ज हैं।',
    },
    mend: {
      en: 'Upload both scans again, each under its own jaw.',
      hi: 'दोनों स्कैन सही जबड़े के नाम से दोबारा अपलोड करें।',
    },
  },
  'case-jaws-apart': {
    sentence: {
      en: 'The jaws stand {gap_mm} mm apart and touch nowhere.',
      hi: 'जबड़ों के स्कैन {gap_mm} मि.मी. दूर हैं और कहीं नहीं मिलते।',
    },
    mend: {
      en: 'Export the scans as they bite, or scan the bite again; if the bite is raised on purpose, sign this off.',
      hi: 'स्कैन बाइट की स्थिति में निर्यात करें, या बाइट दोबारा स्कैन करें; अगर बाइट जान-बूझकर उठाई गई है, तो इसकी पुष्टि कर दें।',
    },
  },
  'case-jaws-crossing': {
    sentence: {
      en: 'The jaws go {penetration_mm} mm deep into each other.',
      hi: 'जबड़ों के स्कैन {penetration_mm} मि.मी. तक एक-दूसरे के अंदर जाते हैं।',
    },
    mend: {
      en: 'Scan the bite again, with the back teeth together, and export the scans anew.',
      hi: 'पिछले दाँत मिलाकर बाइट दोबारा स्कैन करें, और स्कैन फिर से निर्यात करें।',
    },
  },
  'case-bite-not-aligned': {
    sentence: {
      en: 'The bite is not aligned: the scans of the jaws do not lie as they bite on each other.',
      hi: 'बाइट सही नहीं बैठी है: जबड़ों के स्कैन एक-दूसरे से बाइट की स्थिति में नहीं मिलते।',
    },
    mend: {
      en: 'Export the scans as the scanner aligned them by the bite, or add a bite scan.',
      hi: 'स्कैन वैसे ही निर्यात करें जैसे स्कैनर ने बाइट से मिलाए थे, या बाइट स्कैन जोड़ें।',
    },
  },
  'case-bite-does-not-fit': {
    sentence: {
      en: 'The scan of the {scan} does not lie on the jaws: {upper_percent} % of its surface lies on the upper one, {lower_percent} % on the lower one.',
      hi: '{scan} का स्कैन जबड़ों पर नहीं बैठता: उसकी सतह का {upper_percent} % हिस्सा ऊपरी जबड़े पर और {lower_percent} % निचले जबड़े पर बैठता है।',
    },
    mend: {
      en: 'Make sure that it is of this patient and of the same visit, and export it with the jaws.',
      hi: 'देख लें कि वह इसी मरीज़ का और उसी विज़िट का है, और उसे जबड़ों के साथ निर्यात करें।',
    },
  },
  'case-scan-twice-jaw': {
    sentence: {
      en: 'One surface is filed under two names: as the scan of the {scan}, and of the {other}.',
      hi: 'एक ही सतह दो नामों से दर्ज है: {scan} के स्कैन के रूप में, और {other} के स्कैन के रूप में।',
    },
    mend: {
      en: 'Upload the right scan under the name that is wrong.',
      hi: 'जिस नाम से ग़लत स्कैन दर्ज है, उस नाम से सही स्कैन अपलोड करें।',
    },
  },
  'case-scan-twice-version': {
    sentence: {
      en: 'The scan of the {scan} is the same as its version {version}.',
      hi: '{scan} का स्कैन वही है जो उसका संस्करण {version} था।',
    },
    mend: {
      en: 'If a new scan was meant, upload that one.',
      hi: 'अगर नया स्कैन भेजना था, तो उसे अपलोड करें।',
    },
  },
  'case-scan-of-another-patient': {
    sentence: {
      en: 'The scan of the {scan} is filed under another patient of the clinic as well.',
      hi: '{scan} का स्कैन क्लिनिक के किसी दूसरे मरीज़ के नाम से भी दर्ज है।',
    },
    mend: {
      en: 'Make sure whose scan it is: if it is not this patient\'s, upload the right one; if it is, sign this off.',
      hi: 'देख लें कि स्कैन किसका है: इस मरीज़ का न हो तो सही स्कैन अपलोड करें; इसी का हो तो इसकी पुष्टि कर दें।',
    },
  },
  'case-identity-confirmed': {
    sentence: {
      en: 'The clinic confirmed that the scan of the {scan} is of the patient of this order.',
      hi: 'क्लिनिक ने पुष्टि की है कि {scan} का स्कैन इसी ऑर्डर के मरीज़ का है।',
    },
    mend: {
      en: 'Ask the clinic where anything about it seems wrong.',
      hi: 'इसमें कुछ ग़लत लगे तो क्लिनिक से पूछें।',
    },
  },
  'case-not-checked': {
    sentence: {
      en: 'The scan of the {scan} could not be checked: no row of teeth was recognised in it.',
      hi: '{scan} के स्कैन की जाँच नहीं हो सकी: उसमें दाँतों की क़तार पहचानी नहीं गई।',
    },
    mend: {
      en: 'Look at its pictures: nothing need be wrong with it.',
      hi: 'उसकी तस्वीरें देख लें: ज़रूरी नहीं कि उसमें कोई कमी हो।',
    },
  },
  'case-filed-before': {
    sentence: {
      en: 'The scan of the {scan} was not checked: it was filed before scans were measured.',
      hi: '{scan} के स्कैन की जाँच नहीं हुई: वह तब दर्ज हुआ था जब स्कैन मापे नहीं जाते थे।',
    },
    mend: {
      en: 'Look at its pictures, or upload it again to have it checked.',
      hi: 'उसकी तस्वीरें देख लें, या जाँच के लिए उसे दोबारा अपलोड करें।',
    },
  },
  'case-being-checked': {
    sentence: {
      en: 'The scan of the {scan} is still being checked: what will be found in it is not known.',
      hi: '{scan} के स्कैन की जाँच अभी चल रही है: उसमें क्या मिलेगा, यह अभी पता नहीं है।',
    },
    mend: {
      en: 'Check the order again in a minute; if this stays, upload the scan again.',
      hi: 'एक मिनट बाद ऑर्डर दोबारा जाँचें; फिर भी यही दिखे, तो स्कैन दोबारा अपलोड करें।',
    },
  },
  'case-jaws-not-compared': {
    sentence: {
      en: 'The scans of the jaws were not compared yet: how they lie to each other is not known.',
      hi: 'जबड़ों के स्कैन की अभी आपस में तुलना नहीं हुई है: वे एक-दूसरे से कैसे मिलते हैं, यह पता नहीं है।',
    },
    mend: {
      en: 'Check the order again in a minute; if this stays, upload one of the scans again.',
      hi: 'एक मिनट बाद ऑर्डर दोबारा जाँचें; फिर भी यही दिखे, तो उनमें से एक स्कैन दोबारा अपलोड करें।',
    },
  },
} as const;

/** What a notice of the inbox says, by `kind`; its `refs` fill the places. */
export const NOTICES = {
  account_approved: {
    title: {
      en: 'Your account is approved',
      hi: 'आपका खाता मंज़ूर हो गया है',
    },
    body: {
      en: 'You can start working with Scanner now.',
      hi: 'अब आप Scanner पर काम शुरू कर सकते हैं।',
    },
  },
  account_rejected: {
    title: {
      en: 'Your application was not approved',
      hi: 'आपका आवेदन मंज़ूर नहीं हुआ',
    },
    body: {
      en: 'The reason is with your account in the app. You may apply again.',
      hi: 'कारण ऐप में आपके खाते में लिखा है। आप दोबारा आवेदन कर सकते हैं।',
    },
  },
  account_role_changed: {
    title: {
      en: 'The role of your account has changed',
      hi: 'आपके खाते की भूमिका बदल गई है',
    },
    body: {
      en: 'It applies from now on. Open the app again to go on.',
      hi: 'नई भूमिका अभी से लागू है। आगे बढ़ने के लिए ऐप दोबारा खोलें।',
    },
  },
  account_suspended: {
    title: {
      en: 'Your account is suspended',
      hi: 'आपका खाता रोक दिया गया है',
    },
    body: {
      en: 'The reason is with your account in the app.',
      hi: 'कारण ऐप में आपके खाते में लिखा है।',
    },
  },
  account_reinstated: {
    title: {
      en: 'Your account is active again',
      hi: 'आपका खाता फिर से चालू है',
    },
    body: {
      en: 'You can go on working with Scanner.',
      hi: 'आप Scanner पर अपना काम जारी रख सकते हैं।',
    },
  },
  account_inactive: {
    title: {
      en: 'Your account will be closed',
      hi: 'आपका खाता बंद होने वाला है',
    },
    body: {
      en: 'It has not been used for a long time and will be closed on {closes_at:moment}. Sign in before then to keep it.',
      hi: 'इसका लंबे समय से उपयोग नहीं हुआ है। इसे {closes_at:moment} बंद कर दिया जाएगा। खाता रखना हो तो उससे पहले साइन इन करें।',
    },
  },
  member_removed: {
    title: {
      en: 'You were removed from your organisation',
      hi: 'आपको संस्था से हटा दिया गया है',
    },
    body: {
      en: 'You no longer see the records of this clinic or lab.',
      hi: 'अब आप इस क्लिनिक या लैब के रिकॉर्ड नहीं देख सकते।',
    },
  },
  ownership_received: {
    title: {
      en: 'You are an owner now',
      hi: 'आपको मालिक के अधिकार मिले हैं',
    },
    body: {
      en: 'You look after the members, the wallet and the invoices of your clinic or lab.',
      hi: 'अब आप अपने क्लिनिक या लैब के सदस्य, वॉलेट और बिल सँभाल सकते हैं।',
    },
  },
  email_changed: {
    title: {
      en: 'The e-mail address of your account has changed',
      hi: 'आपके खाते का ई-मेल पता बदल गया है',
    },
    body: {
      en: 'From now on messages go to the new address. If you did not change it, tell Scanner\'s support at once.',
      hi: 'अब से संदेश नए पते पर जाएँगे। यदि यह बदलाव आपने नहीं किया है, तो तुरंत Scanner सपोर्ट को बताएँ।',
    },
  },
  upload_ready: {
    title: {
      en: 'A file is ready',
      hi: 'फ़ाइल तैयार है',
    },
    body: {
      en: 'Upload {upload:id} was checked and can be viewed.',
      hi: 'अपलोड {upload:id} की जाँच हो गई है, फ़ाइल देखी जा सकती है।',
    },
  },
  upload_rejected: {
    title: {
      en: 'A file was not accepted',
      hi: 'फ़ाइल स्वीकार नहीं हुई',
    },
    body: {
      en: 'Upload {upload:id} has a problem. The app says which: please upload again.',
      hi: 'अपलोड {upload:id} में दिक्कत है। कारण ऐप में देखें और फ़ाइल दोबारा अपलोड करें।',
    },
  },
  visit_assigned: {
    title: {
      en: 'A visit is assigned',
      hi: 'विज़िट के लिए ऑपरेटर तय हुआ',
    },
    body: {
      en: 'Visit {visit:id} has its operator.[starts_at? It begins on {starts_at:moment}.]',
      hi: 'विज़िट {visit:id} के लिए ऑपरेटर तय हो गया है।[starts_at? समय: {starts_at:moment}।]',
    },
  },
  visit_moved: {
    title: {
      en: 'News of a visit',
      hi: 'विज़िट की जानकारी',
    },
    body: {
      en: 'Visit {visit:id}: {state:state}.',
      hi: 'विज़िट {visit:id}: {state:state}।',
    },
  },
  visit_cancelled: {
    title: {
      en: 'A visit is called off',
      hi: 'विज़िट रद्द हुई',
    },
    body: {
      en: 'Visit {visit:id} will not take place as planned.[starts_at? It was to begin on {starts_at:moment}.]',
      hi: 'विज़िट {visit:id} तय कार्यक्रम के अनुसार नहीं होगी।[starts_at? तय समय था: {starts_at:moment}।]',
    },
  },
  visit_released: {
    title: {
      en: 'A visit has lost its operator',
      hi: 'विज़िट के ऑपरेटर उपलब्ध नहीं रहे',
    },
    body: {
      en: 'The operator of visit {visit:id} is no longer available. Scans that are there stay. [state=uploaded?Please look at them and complete the visit.|Another operator will be assigned; you may also move the visit or call it off, for free.]',
      hi: 'विज़िट {visit:id} के ऑपरेटर अब उपलब्ध नहीं हैं। हो चुके स्कैन सुरक्षित हैं। [state=uploaded?कृपया उन्हें देखकर विज़िट पूरी करें।|दूसरे ऑपरेटर तय किए जाएँगे; आप बिना शुल्क विज़िट का समय बदल सकते हैं या उसे रद्द कर सकते हैं।]',
    },
  },
  visit_reminder: {
    title: {
      en: 'Your visit is coming up',
      hi: 'आने वाली विज़िट का रिमाइंडर',
    },
    body: {
      en: 'Visit {visit:id} begins on {starts_at:moment}.',
      hi: 'विज़िट {visit:id} का समय: {starts_at:moment}।',
    },
  },
  case_closed: {
    title: {
      en: 'A case was closed',
      hi: 'केस बंद किया गया',
    },
    body: {
      en: 'Nothing was done in case {case:id} for a long time, so it was closed and the time for which it is kept began. Open it again if you still work on it.',
      hi: 'केस {case:id} में लंबे समय से कोई काम नहीं हुआ, इसलिए इसे बंद किया गया और इसे रखने की अवधि शुरू हो गई। काम जारी हो तो इसे फिर से खोलें।',
    },
  },
  consent_withdrawn: {
    title: {
      en: 'A consent was withdrawn',
      hi: 'सहमति वापस ले ली गई है',
    },
    body: {
      en: 'Consent {consent:id} was withdrawn. Work that rests on it has stopped.',
      hi: 'सहमति {consent:id} वापस ले ली गई है। उस पर आधारित काम रोक दिया गया है।',
    },
  },
  guardian_needed: {
    title: {
      en: 'A guardian has to consent',
      hi: 'अभिभावक की सहमति चाहिए',
    },
    body: {
      en: 'The record of patient {patient:id} was corrected. Cases wait until you have recorded the consent of a parent or guardian.',
      hi: 'मरीज़ {patient:id} का रिकॉर्ड सुधारा गया है। जब तक आप माता-पिता या अभिभावक की सहमति दर्ज नहीं करते, केस रुके रहेंगे।',
    },
  },
  visit_waits: {
    title: {
      en: 'A visit waits',
      hi: 'विज़िट रुकी हुई है',
    },
    body: {
      en: 'Visit {visit:id} waits for a consent. Please do not set out or scan until you hear that it goes on.',
      hi: 'विज़िट {visit:id} के लिए सहमति का इंतज़ार है। आगे बढ़ने की सूचना मिलने तक कृपया न निकलें और न स्कैन करें।',
    },
  },
  visit_goes_on: {
    title: {
      en: 'A visit goes on',
      hi: 'विज़िट आगे बढ़ सकती है',
    },
    body: {
      en: 'The consent for visit {visit:id} is there. You can go on.',
      hi: 'विज़िट {visit:id} के लिए सहमति मिल गई है। आप आगे बढ़ सकते हैं।',
    },
  },
  order_waits: {
    title: {
      en: 'An order waits',
      hi: 'ऑर्डर रुका हुआ है',
    },
    body: {
      en: 'Order {order:id} waits for a consent. Its files cannot be fetched. Please do not go on with it until you hear that it goes on.',
      hi: 'ऑर्डर {order:id} के लिए सहमति का इंतज़ार है। आगे बढ़ने की सूचना मिलने तक फ़ाइलें नहीं मिलेंगी; कृपया इस पर काम न करें।',
    },
  },
  order_goes_on: {
    title: {
      en: 'An order goes on',
      hi: 'ऑर्डर आगे बढ़ सकता है',
    },
    body: {
      en: 'The consent for order {order:id} is there. You can go on.',
      hi: 'ऑर्डर {order:id} के लिए सहमति मिल गई है। आप आगे बढ़ सकते हैं।',
    },
  },
  balance_low: {
    title: {
      en: 'Your wallet is low',
      hi: 'वॉलेट में बैलेंस कम है',
    },
    body: {
      en: 'Add money so that visits and orders can go on.',
      hi: 'विज़िट और ऑर्डर न रुकें, इसके लिए वॉलेट में पैसे जोड़ें।',
    },
  },
  order_placed: {
    title: {
      en: 'New order',
      hi: 'नया ऑर्डर',
    },
    body: {
      en: 'Order {order:id} has come in. Please accept or return it.',
      hi: 'ऑर्डर {order:id} आया है। कृपया इसे स्वीकार करें या लौटाएँ।',
    },
  },
  order_moved: {
    title: {
      en: 'News of an order',
      hi: 'ऑर्डर की जानकारी',
    },
    body: {
      en: 'Order {order:id}: {state:state}.',
      hi: 'ऑर्डर {order:id}: {state:state}।',
    },
  },
  access_review: {
    title: {
      en: 'The access review is ready',
      hi: 'एक्सेस समीक्षा तैयार है',
    },
    body: {
      en: 'The review of who has access, {review}, is ready. Please read and acknowledge it.',
      hi: 'किसके पास एक्सेस है, इसकी समीक्षा {review} तैयार है। कृपया इसे पढ़कर पुष्टि करें।',
    },
  },
  order_overdue: {
    title: {
      en: 'An order is overdue',
      hi: 'ऑर्डर में देरी',
    },
    body: {
      en: 'Order {order:id} is past its due date.',
      hi: 'ऑर्डर {order:id} की तय तारीख निकल गई है।',
    },
  },
  order_message: {
    title: {
      en: 'A message on an order',
      hi: 'ऑर्डर पर संदेश',
    },
    body: {
      en: 'There is a new message on order {order:id}.',
      hi: 'ऑर्डर {order:id} पर एक नया संदेश आया है।',
    },
  },
  order_corrected: {
    title: {
      en: 'An order was corrected',
      hi: 'ऑर्डर में सुधार हुआ है',
    },
    body: {
      en: 'The patient\'s details on order {order:id} were corrected. Please compare them with what you have before you go on.',
      hi: 'ऑर्डर {order:id} में मरीज़ का विवरण सुधारा गया है। कृपया आगे काम करने से पहले उसे अपने रिकॉर्ड से मिला लें।',
    },
  },
  order_amended: {
    title: {
      en: 'The lab corrected an order',
      hi: 'लैब ने ऑर्डर में सुधार किया है',
    },
    body: {
      en: 'The promised day of order {order:id}, or how it travels, was corrected. The order says what applies now.',
      hi: 'ऑर्डर {order:id} की तय तारीख या उसके भेजे जाने की जानकारी सुधारी गई है। अब जो लागू है, वह ऑर्डर में लिखा है।',
    },
  },
  lab_not_open: {
    title: {
      en: 'Your lab takes no orders yet',
      hi: 'आपकी लैब अभी ऑर्डर नहीं ले रही है',
    },
    body: {
      en: 'Clinics cannot order until your billing details are saved. Save them in the wallet, then say in the lab\'s profile that it takes orders.',
      hi: 'जब तक आपके बिल का विवरण दर्ज नहीं होता, क्लिनिक ऑर्डर नहीं दे सकते। उसे वॉलेट में दर्ज करें, फिर लैब की प्रोफ़ाइल में बताएँ कि आप ऑर्डर लेते हैं।',
    },
  },
  visit_requested: {
    title: {
      en: 'A visit is requested',
      hi: 'नई विज़िट का अनुरोध',
    },
    body: {
      en: 'Visit {visit:id} needs an operator.',
      hi: 'विज़िट {visit:id} के लिए ऑपरेटर तय करना है।',
    },
  },
  payment_received: {
    title: {
      en: 'Payment received',
      hi: 'भुगतान मिल गया',
    },
    body: {
      en: 'Payment {payment:id} is in your wallet.',
      hi: 'भुगतान {payment:id} आपके वॉलेट में जुड़ गया है।',
    },
  },
  payment_refunded: {
    title: {
      en: 'A payment was given back',
      hi: 'भुगतान वापस किया गया',
    },
    body: {
      en: 'Payment {payment:id}, or a part of it, was given back to who paid it. The amount was taken from your wallet.',
      hi: 'भुगतान {payment:id} या उसका एक हिस्सा भुगतान करने वाले को वापस किया गया है। यह राशि आपके वॉलेट से काट ली गई है।',
    },
  },
  refund_failed: {
    title: {
      en: 'A payment could not be given back',
      hi: 'भुगतान वापस नहीं हो सका',
    },
    body: {
      en: 'Payment {payment:id} could not be given back to who paid it. The amount is in your wallet again.',
      hi: 'भुगतान {payment:id} भुगतान करने वाले को वापस नहीं हो सका। राशि फिर से आपके वॉलेट में है।',
    },
  },
  payment_disputed: {
    title: {
      en: 'A bank disputes a payment',
      hi: 'बैंक ने एक भुगतान पर आपत्ति की है',
    },
    body: {
      en: 'The bank of who paid disputes payment {payment:id}. The amount is set aside in your wallet until that is decided.',
      hi: 'भुगतान करने वाले के बैंक ने भुगतान {payment:id} पर आपत्ति की है। फ़ैसला होने तक यह राशि आपके वॉलेट में अलग रखी गई है।',
    },
  },
  dispute_won: {
    title: {
      en: 'A dispute has ended',
      hi: 'आपत्ति खत्म हो गई है',
    },
    body: {
      en: 'The dispute about payment {payment:id} has ended. The amount that was set aside is in your wallet again.',
      hi: 'भुगतान {payment:id} पर आपत्ति खत्म हो गई है। अलग रखी गई राशि फिर से आपके वॉलेट में है।',
    },
  },
  dispute_lost: {
    title: {
      en: 'A bank took a payment back',
      hi: 'बैंक ने एक भुगतान वापस ले लिया',
    },
    body: {
      en: 'The dispute about payment {payment:id} has ended, and the bank took the amount back. It was taken from your wallet.',
      hi: 'भुगतान {payment:id} पर आपत्ति खत्म हो गई है और बैंक ने राशि वापस ले ली है। यह राशि आपके वॉलेट से काट ली गई है।',
    },
  },
  payment_alarm: {
    title: {
      en: 'The payment gateway needs an admin',
      hi: 'पेमेंट गेटवे पर एडमिन का काम है',
    },
    body: {
      en: 'The gateway reported {what} in event {event}. The operations guide says what to do.',
      hi: 'गेटवे ने घटना {event} में {what} बताया है। क्या करना है, यह संचालन गाइड में लिखा है।',
    },
  },
  invoice_issued: {
    title: {
      en: 'New invoice, credit note or voucher',
      hi: 'नया बिल, क्रेडिट नोट या वाउचर',
    },
    body: {
      en: '{invoice} is ready to download.',
      hi: '{invoice} तैयार है, आप इसे डाउनलोड कर सकते हैं।',
    },
  },
  payout_method_changed: {
    title: {
      en: 'The account that your lab is paid on has changed',
      hi: 'आपकी लैब का भुगतान खाता बदल गया है',
    },
    body: {
      en: 'Payouts go to another account from now on, after some hours. If none of you changed it, tell Scanner\'s support at once.',
      hi: 'कुछ घंटों बाद से पेआउट दूसरे खाते में जाएँगे। अगर यह बदलाव आप में से किसी ने नहीं किया है, तो Scanner की सहायता टीम को तुरंत बताएँ।',
    },
  },
  payout_requested: {
    title: {
      en: 'A payout is waiting',
      hi: 'एक पेआउट मंज़ूरी के इंतज़ार में है',
    },
    body: {
      en: 'Payout {payout:id} is waiting for approval.',
      hi: 'पेआउट {payout:id} को मंज़ूरी का इंतज़ार है।',
    },
  },
  payout_approved: {
    title: {
      en: 'A payout is approved',
      hi: 'पेआउट मंज़ूर हुआ',
    },
    body: {
      en: 'Payout {payout:id} will go to your account.',
      hi: 'पेआउट {payout:id} आपके खाते में भेजा जाएगा।',
    },
  },
  payout_rejected: {
    title: {
      en: 'A payout was turned down',
      hi: 'पेआउट मंज़ूर नहीं हुआ',
    },
    body: {
      en: 'Payout {payout:id} was turned down. The money is in your wallet again; the app says why.',
      hi: 'पेआउट {payout:id} मंज़ूर नहीं हुआ। पैसे फिर से आपके वॉलेट में हैं; कारण ऐप में है।',
    },
  },
  payout_paid: {
    title: {
      en: 'You were paid',
      hi: 'आपको भुगतान कर दिया गया',
    },
    body: {
      en: 'Payout {payout:id} is on its way to your account.',
      hi: 'पेआउट {payout:id} आपके खाते में भेज दिया गया है।',
    },
  },
  payout_failed: {
    title: {
      en: 'A payout failed',
      hi: 'पेआउट नहीं हो सका',
    },
    body: {
      en: 'Payout {payout:id} could not be made. The money is in your wallet again. Please check the account, then ask again.',
      hi: 'पेआउट {payout:id} नहीं हो सका। पैसे फिर से आपके वॉलेट में हैं। कृपया खाते का विवरण जाँचें और दोबारा अनुरोध करें।',
    },
  },
  payout_returned: {
    title: {
      en: 'A payout came back',
      hi: 'पेआउट वापस आ गया',
    },
    body: {
      en: 'Your bank sent payout {payout:id} back. The money is in your wallet again. Please check the account, then ask again.',
      hi: 'आपके बैंक ने पेआउट {payout:id} लौटा दिया है। पैसे फिर से आपके वॉलेट में हैं। कृपया खाते का विवरण जाँचें और दोबारा अनुरोध करें।',
    },
  },
  policy_changed: {
    title: {
      en: 'Our privacy policy has changed',
      hi: 'हमारी गोपनीयता नीति बदल गई है',
    },
    body: {
      en: 'Version {version} applies now. Please read and accept it in the app.',
      hi: 'अब संस्करण {version} लागू है। कृपया इसे ऐप में पढ़कर स्वीकार करें।',
    },
  },
  privacy_step: {
    title: {
      en: 'News of your privacy request',
      hi: 'आपके गोपनीयता अनुरोध की जानकारी',
    },
    body: {
      en: 'Request {request:id} has moved on. The details are in the app.',
      hi: 'अनुरोध {request:id} पर कार्रवाई आगे बढ़ी है। पूरी जानकारी ऐप में है।',
    },
  },
  support_reply: {
    title: {
      en: 'Support has replied',
      hi: 'सपोर्ट टीम का जवाब आया है',
    },
    body: {
      en: 'There is a reply to ticket {ticket:id}.',
      hi: 'टिकट {ticket:id} पर जवाब आया है।',
    },
  },
  ticket_waiting: {
    title: {
      en: 'A ticket is waiting',
      hi: 'एक टिकट जवाब के इंतज़ार में है',
    },
    body: {
      en: 'Ticket {ticket:id} is waiting for an answer.',
      hi: 'टिकट {ticket:id} को जवाब का इंतज़ार है।',
    },
  },
  approval_pending: {
    title: {
      en: 'An account is waiting',
      hi: 'एक खाता मंज़ूरी के इंतज़ार में है',
    },
    body: {
      en: 'Account {account:id} has been waiting for approval for more than a day.',
      hi: 'खाता {account:id} एक दिन से ज़्यादा समय से मंज़ूरी के इंतज़ार में है।',
    },
  },
  queue_waiting: {
    title: {
      en: 'Work is waiting for an admin',
      hi: 'एडमिन के लिए काम बाकी है',
    },
    body: {
      en: 'Waiting now: visits without an operator {visits}, accounts to approve {accounts}, tickets {tickets}[payouts?, payouts {payouts}].',
      hi: 'अभी इंतज़ार में: बिना ऑपरेटर की विज़िट {visits}, मंज़ूरी के लिए खाते {accounts}, जवाब के लिए टिकट {tickets}[payouts?, पेआउट {payouts}]।',
    },
  },
} as const;

/** States of visits and orders. */
export const STATES = {
  requested: {
    en: 'requested',
    hi: 'अनुरोध मिला',
  },
  assigned: {
    en: 'operator assigned',
    hi: 'ऑपरेटर तय हुआ',
  },
  accepted: {
    en: 'accepted',
    hi: 'स्वीकार हुआ',
  },
  declined: {
    en: 'declined by the operator',
    hi: 'ऑपरेटर नहीं आ सकेंगे',
  },
  en_route: {
    en: 'the operator is on the way',
    hi: 'ऑपरेटर रास्ते में हैं',
  },
  arrived: {
    en: 'the operator has arrived',
    hi: 'ऑपरेटर पहुँच गए हैं',
  },
  scanning: {
    en: 'scanning has begun',
    hi: 'स्कैन शुरू हो गया है',
  },
  uploaded: {
    en: 'the scans are uploaded',
    hi: 'स्कैन अपलोड हो गए हैं',
  },
  completed: {
    en: 'completed',
    hi: 'काम पूरा हुआ',
  },
  no_show: {
    en: 'the patient was not there',
    hi: 'मरीज़ नहीं आए',
  },
  rescheduled: {
    en: 'another time is proposed',
    hi: 'नया समय सुझाया गया है',
  },
  cancelled: {
    en: 'called off',
    hi: 'रद्द',
  },
  interrupted: {
    en: 'interrupted, another operator is needed',
    hi: 'बीच में रुकी, दूसरे ऑपरेटर चाहिए',
  },
  placed: {
    en: 'placed',
    hi: 'ऑर्डर दिया गया',
  },
  rejected: {
    en: 'returned by the lab',
    hi: 'लैब ने लौटा दिया',
  },
  in_production: {
    en: 'in production',
    hi: 'लैब में बन रहा है',
  },
  on_hold: {
    en: 'on hold, please see why',
    hi: 'काम रुका है, कृपया कारण देखें',
  },
  rescan_requested: {
    en: 'the lab asks for a new scan',
    hi: 'लैब ने नया स्कैन माँगा है',
  },
  ready: {
    en: 'ready at the lab',
    hi: 'लैब में तैयार है',
  },
  shipped: {
    en: 'shipped',
    hi: 'भेज दिया गया है',
  },
  lost: {
    en: 'the parcel is lost, please see what follows',
    hi: 'पार्सल खो गया है, कृपया आगे की जानकारी देखें',
  },
  delivered: {
    en: 'delivered',
    hi: 'पहुँच गया है',
  },
  remake_requested: {
    en: 'a remake is requested',
    hi: 'दोबारा बनाने का अनुरोध',
  },
} as const;

/** Words that stand in findings for a figure that is a word. */
export const TERMS = {
  metres: {
    en: 'metres',
    hi: 'मीटर',
  },
  centimetres: {
    en: 'centimetres',
    hi: 'सेंटीमीटर',
  },
  inches: {
    en: 'inches',
    hi: 'इंच',
  },
  micrometres: {
    en: 'micrometres',
    hi: 'माइक्रोमीटर',
  },
  layered: {
    en: 'coded in layers',
    hi: 'परतों में लिखी हुई',
  },
  timed: {
    en: 'timed as a film is',
    hi: 'फ़िल्म की तरह समय के साथ लिखी हुई',
  },
  raw: {
    en: 'a camera\'s raw file',
    hi: 'कैमरे की RAW फ़ाइल',
  },
  'tiff-fax': {
    en: 'a TIFF in black and white, packed as document scanners and faxes do',
    hi: 'काली-सफ़ेद TIFF, जैसी दस्तावेज़ स्कैनर और फ़ैक्स बनाते हैं',
  },
  'tiff-packed': {
    en: 'a TIFF that is packed in a rare way',
    hi: 'कम इस्तेमाल होने वाले तरीक़े से पैक की गई TIFF',
  },
  'tiff-colours': {
    en: 'a TIFF of rare colours',
    hi: 'कम इस्तेमाल होने वाले रंगों की TIFF',
  },
  'tiff-deep': {
    en: 'a TIFF of 16 bits with inks, transparency or colours apart',
    hi: 'स्याही, पारदर्शिता या अलग-अलग रंगों वाली 16 बिट की TIFF',
  },
  'heif-derived': {
    en: 'put together of other pictures or coded in a rare way',
    hi: 'दूसरी तस्वीरों से जोड़ी हुई या कम इस्तेमाल होने वाले तरीक़े से लिखी हुई',
  },
  'heif-layered': {
    en: 'layered or coded in a rare way',
    hi: 'परतों में या कम इस्तेमाल होने वाले तरीक़े से लिखी हुई',
  },
  'cropped-turned': {
    en: 'cropped after it is turned',
    hi: 'घुमाने के बाद काटी हुई',
  },
  'cropped-within': {
    en: 'cropped within a pixel',
    hi: 'पिक्सेल के बीच से काटी हुई',
  },
  transparent: {
    en: 'partly transparent',
    hi: 'कुछ हद तक पारदर्शी',
  },
  'bmp-packed': {
    en: 'a packed BMP',
    hi: 'पैक की गई BMP',
  },
  'jpeg-lossless': {
    en: 'a lossless JPEG',
    hi: 'लॉसलेस JPEG',
  },
  'jpeg-ls': {
    en: 'a JPEG-LS',
    hi: 'JPEG-LS',
  },
  'jpeg-hierarchical': {
    en: 'a hierarchical JPEG',
    hi: 'हायरार्किकल JPEG',
  },
  'jpeg-arithmetic': {
    en: 'a JPEG with arithmetic coding',
    hi: 'अरिथमेटिक कोडिंग वाली JPEG',
  },
  'jpeg-12-bits': {
    en: 'a JPEG of 12 bits',
    hi: '12 बिट की JPEG',
  },
  'jpeg-late-height': {
    en: 'a JPEG that tells its height after its pixels',
    hi: 'ऐसी JPEG जिसमें ऊँचाई पिक्सेल के बाद लिखी है',
  },
  hdr: {
    en: 'in high dynamic range (HDR)',
    hi: 'हाई डायनैमिक रेंज (HDR) की',
  },
} as const;

/**
 * What is wrong with a field of a form, by the `problem` of `invalid-request`. Of a problem without
 * a text say what the field takes.
 */
export const FAULTS = {
  'A material is named twice': {
    en: 'A material is named twice: name each once.',
    hi: 'एक सामग्री दो बार लिखी है: हर एक को एक बार लिखें।',
  },
  'A signed form is uploaded as an image': {
    en: 'A signed form is uploaded as an image.',
    hi: 'हस्ताक्षर किया हुआ फ़ॉर्म फ़ोटो के रूप में अपलोड होता है।',
  },
  'A slot takes a quarter of an hour to eight hours': {
    en: 'It has to end a quarter of an hour to eight hours after it begins.',
    hi: 'इसे शुरू होने के 15 मिनट से 8 घंटे के बीच ख़त्म होना चाहिए।',
  },
  'A weekday is named twice': {
    en: 'A weekday is named twice: name each once.',
    hi: 'सप्ताह का एक दिन दो बार लिखा है: हर एक को एक बार लिखें।',
  },
  'Admins name one': {
    en: 'Choose whose it is.',
    hi: 'चुनें कि किसका देखना है।',
  },
  'Give `account_number` and `ifsc`, or a `vpa`': {
    en: 'Give an account number with its IFSC, or a UPI ID.',
    hi: 'IFSC के साथ खाता नंबर लिखें, या UPI आईडी लिखें।',
  },
  'Give a date from the year 2000 to 2099': {
    en: 'Give a date from the year 2000 to 2099.',
    hi: 'साल 2000 से 2099 के बीच की तारीख़ लिखें।',
  },
  'Give a day as 2026-05-04': {
    en: 'Choose a day.',
    hi: 'कोई दिन चुनें।',
  },
  'Give a first and a last day, a year apart at most': {
    en: 'The last day has to be on or after the first, a year apart at most.',
    hi: 'आख़िरी दिन पहले दिन या उसके बाद का हो, और दोनों में ज़्यादा से ज़्यादा एक साल का अंतर हो।',
  },
  'Give a moment as 2026-05-04T09:30:00Z, with its offset from UTC': {
    en: 'Choose a day and a time.',
    hi: 'दिन और समय चुनें।',
  },
  'Give a name of printable text without slashes, not of dots and spaces alone': {
    en: 'The file\'s name has signs that cannot be kept: rename it.',
    hi: 'फ़ाइल के नाम में ऐसे चिह्न हैं जो नहीं रखे जा सकते: नाम बदलें।',
  },
  'Give a tooth by its two digits in ISO 3950, such as 26': {
    en: 'Give a tooth by its two digits in ISO 3950, such as 26.',
    hi: 'दाँत को ISO 3950 के दो अंकों से लिखें, जैसे 26।',
  },
  'Give an account number with IFSC, or a UPI id': {
    en: 'Give an account number with its IFSC, or a UPI ID.',
    hi: 'IFSC के साथ खाता नंबर लिखें, या UPI आईडी लिखें।',
  },
  'Give an amount above or below zero': {
    en: 'Give an amount above or below zero.',
    hi: 'शून्य से ज़्यादा या कम राशि लिखें।',
  },
  'Give days from 2020 on': {
    en: 'Give days from 2020 on.',
    hi: '2020 या उसके बाद के दिन लिखें।',
  },
  'Give one line of printable text that begins with something that shows': {
    en: 'Write one line of text, without signs that do not show.',
    hi: 'एक पंक्ति में लिखें, ऐसे चिह्नों के बिना जो दिखते नहीं।',
  },
  'Give printable text that begins with something that shows': {
    en: 'Write text without signs that do not show.',
    hi: 'ऐसे चिह्नों के बिना लिखें जो दिखते नहीं।',
  },
  'Give the `utr` of what was paid, or a `failure`': {
    en: 'Give the UTR of what was paid, or why it failed.',
    hi: 'चुकाई गई राशि का UTR लिखें, या बताएँ कि भुगतान क्यों नहीं हुआ।',
  },
  'Give the risk where, and only where, a breach is assessed': {
    en: 'Give the risk where, and only where, a breach is assessed.',
    hi: 'जोखिम तभी बताएँ जब घटना का आकलन किया जा रहा हो।',
  },
  'Give the state\'s code in the GST law, such as 27': {
    en: 'Give the state\'s code in the GST law, such as 27.',
    hi: 'GST में राज्य का कोड लिखें, जैसे 27।',
  },
  'Name a uid or a lab_id, and a time that ends after it begins': {
    en: 'Name an account or a lab, and a time that ends after it begins.',
    hi: 'कोई खाता या लैब बताएँ, और ऐसा समय जो शुरू होने के बाद ख़त्म हो।',
  },
  'Name one of case_id, visit_id and consent_id, and no more': {
    en: 'A file belongs to one case, visit or consent: choose which.',
    hi: 'फ़ाइल एक ही केस, विज़िट या सहमति की होती है: चुनें कि किसकी।',
  },
  'Name the jaw of a scan or image, and of no form or archive': {
    en: 'Choose the jaw of a scan or an image; forms and archives have none.',
    hi: 'स्कैन या फ़ोटो का जबड़ा चुनें; फ़ॉर्म और आर्काइव का नहीं होता।',
  },
  'Only images are of the mouth as a whole': {
    en: 'Only images are of the mouth as a whole: choose a jaw.',
    hi: 'पूरे मुँह की केवल फ़ोटो होती हैं: जबड़ा चुनें।',
  },
  'The GSTIN holds no PAN: check its characters': {
    en: 'The GSTIN holds no PAN: check its characters.',
    hi: 'इस GSTIN में PAN नहीं है: उसके अक्षर जाँचें।',
  },
  'The GSTIN is of another state': {
    en: 'The GSTIN is of another state: check both.',
    hi: 'यह GSTIN दूसरे राज्य का है: दोनों जाँचें।',
  },
  'The GSTIN was made of another PAN': {
    en: 'The GSTIN was made of another PAN: check both.',
    hi: 'यह GSTIN किसी और PAN का है: दोनों जाँचें।',
  },
  'The gross amount is not net and taxes': {
    en: 'The gross amount is not net and taxes.',
    hi: 'कुल राशि, शुद्ध राशि और टैक्स के जोड़ के बराबर नहीं है।',
  },
  'The totals are not those of the lines': {
    en: 'The totals are not those of the lines.',
    hi: 'कुल जोड़ पंक्तियों के जोड़ के बराबर नहीं है।',
  },
  'There is no such day': {
    en: 'There is no such day in the calendar.',
    hi: 'कैलेंडर में ऐसा कोई दिन नहीं है।',
  },
  'This is no GSTIN: check its fifteen characters': {
    en: 'This is no GSTIN: check its fifteen characters.',
    hi: 'यह GSTIN नहीं है: उसके पंद्रह अक्षर जाँचें।',
  },
  'This is no PAN: check its ten characters': {
    en: 'This is no PAN: check its ten characters.',
    hi: 'यह PAN नहीं है: उसके दस अक्षर जाँचें।',
  },
  'Work of this kind has no such price: see docs/works.md': {
    en: 'Work of this kind is not priced like this: choose another unit.',
    hi: 'इस तरह के काम की क़ीमत ऐसे नहीं रखी जाती: दूसरी इकाई चुनें।',
  },
  'Work of this type has no shade': {
    en: 'Work of this type has no shade: leave the shade guide out.',
    hi: 'इस तरह के काम का शेड नहीं होता: शेड गाइड न चुनें।',
  },
  'Write name and address in Latin or Devanagari': {
    en: 'Write the name and the address in Latin or Devanagari letters.',
    hi: 'नाम और पता रोमन या देवनागरी में लिखें।',
  },
} as const;

/** What a field takes that has to match a pattern. */
export const PATTERNS = {
  '^[1-9][0-9]{5}$': {
    en: 'Write the six digits of the PIN code.',
    hi: 'पिन कोड के छह अंक लिखें।',
  },
  '^[A-Z]{4}0[A-Z0-9]{6}$': {
    en: 'Write the eleven characters of the IFSC in capital letters, such as HDFC0001234.',
    hi: 'IFSC के ग्यारह अक्षर बड़े अक्षरों में लिखें, जैसे HDFC0001234।',
  },
  '^[0-9]{9,18}$': {
    en: 'Write the 9 to 18 digits of the account number.',
    hi: 'खाता नंबर के 9 से 18 अंक लिखें।',
  },
  '^[A-Za-z0-9][A-Za-z0-9._-]{1,200}@[A-Za-z][A-Za-z0-9]{1,49}$': {
    en: 'Write the UPI ID with its @, such as name@bank.',
    hi: 'UPI आईडी @ के साथ लिखें, जैसे name@bank।',
  },
  '^[A-Za-z]{5}[0-9]{4}[A-Za-z]$': {
    en: 'Write the ten characters of the PAN, such as ABCDE1234F.',
    hi: 'PAN के दस अक्षर लिखें, जैसे ABCDE1234F।',
  },
  '^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$': {
    en: 'Write up to 40 letters and digits, such as P-104.',
    hi: '40 तक रोमन अक्षर और अंक लिखें, जैसे P-104।',
  },
  '^[A-Za-z0-9 /-]{1,40}$': {
    en: 'Write up to 40 letters and digits.',
    hi: '40 तक रोमन अक्षर और अंक लिखें।',
  },
  '^[A-Z0-9.]{1,10}$': {
    en: 'Write the shade as its guide has it, such as A2.',
    hi: 'शेड वैसे लिखें जैसे गाइड में है, जैसे A2।',
  },
  '^[A-Z0-9 /.()-]*[0-9][A-Z0-9 /.()-]*$': {
    en: 'Write the number in capital letters and digits.',
    hi: 'नंबर बड़े रोमन अक्षरों और अंकों में लिखें।',
  },
  '^[A-Za-z][A-Za-z0-9 .,&\'()/-]{2,99}$': {
    en: 'Write the name in Latin letters, as the bank has it.',
    hi: 'नाम रोमन अक्षरों में लिखें, जैसे बैंक में है।',
  },
  '^20[2-9][0-9](-(0[1-9]|1[0-2])|Q[1-4])$': {
    en: 'Write a month such as 2026-05, or a quarter such as 2026Q1.',
    hi: 'महीना लिखें, जैसे 2026-05, या तिमाही, जैसे 2026Q1।',
  },
} as const;

/** What a field takes, by its kind and bounds, which fill the places. */
export const TAKES = {
  needed: {
    en: 'Fill this in.',
    hi: 'इसे भरें।',
  },
  choice: {
    en: 'Choose one of these.',
    hi: 'इनमें से एक चुनें।',
  },
  yes_no: {
    en: 'Choose yes or no.',
    hi: 'हाँ या नहीं चुनें।',
  },
  day: {
    en: 'Choose a day.',
    hi: 'कोई दिन चुनें।',
  },
  month: {
    en: 'Choose a month.',
    hi: 'कोई महीना चुनें।',
  },
  time: {
    en: 'Choose a time.',
    hi: 'समय चुनें।',
  },
  moment: {
    en: 'Choose a day and a time.',
    hi: 'दिन और समय चुनें।',
  },
  email: {
    en: 'Write an e-mail address.',
    hi: 'ई-मेल पता लिखें।',
  },
  length: {
    en: 'Write {least:,} to {most:,} characters.',
    hi: '{least:,} से {most:,} अक्षर लिखें।',
  },
  number: {
    en: 'Give a number from {least:,} to {most:,}.',
    hi: '{least:,} से {most:,} के बीच की संख्या लिखें।',
  },
  amount: {
    en: 'Give an amount from {least:paise} to {most:paise}.',
    hi: '{least:paise} से {most:paise} के बीच की राशि लिखें।',
  },
  rate: {
    en: 'Give a rate from {least:,} % to {most:,} %.',
    hi: '{least:,} % से {most:,} % के बीच की दर लिखें।',
  },
  count: {
    en: 'Choose {least:,} to {most:,}.',
    hi: '{least:,} से {most:,} चुनें।',
  },
  other: {
    en: 'This does not fit: check it.',
    hi: 'यह सही नहीं है: जाँचें।',
  },
} as const;

/** What a notice opens in the app, as its e-mail does; of its refs. */
export const OPENS = {
  account_rejected: 'account',
  account_role_changed: 'account',
  account_suspended: 'account',
  account_inactive: 'account',
  member_removed: 'account',
  ownership_received: 'organisation',
  email_changed: 'account',
  upload_ready: 'uploads/{upload}',
  upload_rejected: 'uploads/{upload}',
  visit_requested: 'visits/{visit}',
  visit_assigned: 'visits/{visit}',
  visit_moved: 'visits/{visit}',
  visit_cancelled: 'visits/{visit}',
  visit_released: 'visits/{visit}',
  visit_reminder: 'visits/{visit}',
  case_closed: 'cases/{case}',
  consent_withdrawn: 'consents/{consent}',
  guardian_needed: 'patients/{patient}',
  visit_waits: 'visits/{visit}',
  visit_goes_on: 'visits/{visit}',
  order_waits: 'orders/{order}',
  order_goes_on: 'orders/{order}',
  balance_low: 'wallet',
  payment_received: 'wallet',
  payment_refunded: 'wallet',
  refund_failed: 'wallet',
  payment_disputed: 'wallet',
  dispute_won: 'wallet',
  dispute_lost: 'wallet',
  payment_alarm: 'queue',
  invoice_issued: 'invoices/{invoice}',
  payout_method_changed: 'wallet',
  payout_requested: 'payouts/{payout}',
  payout_approved: 'payouts/{payout}',
  payout_rejected: 'payouts/{payout}',
  payout_paid: 'payouts/{payout}',
  payout_failed: 'payouts/{payout}',
  payout_returned: 'payouts/{payout}',
  order_placed: 'orders/{order}',
  order_moved: 'orders/{order}',
  order_overdue: 'orders/{order}',
  order_corrected: 'orders/{order}',
  order_amended: 'orders/{order}',
  lab_not_open: 'wallet',
  order_message: 'orders/{order}',
  policy_changed: 'policy',
  privacy_step: 'privacy/{request}',
  support_reply: 'support/{ticket}',
  access_review: 'reviews/{review}',
  ticket_waiting: 'support/{ticket}',
  approval_pending: 'accounts/{account}',
  queue_waiting: 'queue',
} as const;
