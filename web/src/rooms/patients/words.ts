// What the pages of patients say.

import { titles } from './titles';

export const words = {
  ...titles,
  empty: {
    en: 'No patients yet. Add the first one; then record the consent and ask for a scan.',
    hi: 'अभी कोई मरीज़ नहीं। पहला मरीज़ जोड़ें; फिर सहमति दर्ज करके स्कैन माँगें।',
  },
  add: { en: 'Add a patient', hi: 'मरीज़ जोड़ें' },
  referenceHint: {
    en: 'Your own number for the patient. Operators see it: no names in it.',
    hi: 'मरीज़ के लिए आपका अपना नंबर। ऑपरेटर इसे देखते हैं: इसमें नाम न लिखें।',
  },
  nameHint: {
    en: 'Operators never see it; a lab only where an order says so.',
    hi: 'ऑपरेटर इसे कभी नहीं देखते; लैब तभी, जब ऑर्डर में कहा गया हो।',
  },
  ageHint: {
    en: 'Under 18 a parent or guardian has to consent.',
    hi: '18 साल से कम हो तो माता-पिता या अभिभावक की सहमति ज़रूरी है।',
  },
  find: { en: 'Find by reference', hi: 'संदर्भ नंबर से खोजें' },
  search: { en: 'Find', hi: 'खोजें' },
  all: { en: 'Show all', hi: 'सभी दिखाएँ' },
  notFound: {
    en: 'No reference begins like this. Capital and small letters count.',
    hi: 'ऐसे शुरू होने वाला कोई संदर्भ नंबर नहीं। बड़े और छोटे अक्षर अलग माने जाते हैं।',
  },
  reference: { en: 'Reference', hi: 'संदर्भ नंबर' },
  name: { en: 'Name', hi: 'नाम' },
  ageGroup: { en: 'Age group', hi: 'आयु-वर्ग' },
  added: { en: 'Added', hi: 'जोड़ा गया' },
  erasing: { en: 'To be erased', hi: 'मिटाया जाना है' },
  correct: { en: 'Correct the record', hi: 'रिकॉर्ड सुधारें' },
  correctAbout: {
    en: 'Cases and visits under way follow. What stood here before stays on record.',
    hi: 'चालू केस और विज़िट में भी बदलेगा। पहले जो लिखा था, वह रिकॉर्ड में रहेगा।',
  },
  next: { en: 'Next step', hi: 'अगला क़दम' },
  requestVisit: { en: 'Request a visit', hi: 'विज़िट का अनुरोध करें' },
  openCase: { en: 'Open a case', hi: 'केस खोलें' },
  openCaseAbout: {
    en: 'For scans that your clinic uploads by itself. To have an operator come, request a visit.',
    hi: 'उन स्कैन के लिए, जो आपका क्लिनिक ख़ुद अपलोड करेगा। ऑपरेटर बुलाने के लिए विज़िट का अनुरोध करें।',
  },
  consents: { en: 'Consents', hi: 'सहमतियाँ' },
  consent: { en: 'Consent', hi: 'सहमति' },
  given: { en: 'Given', hi: 'सहमति दी' },
  by: { en: 'By', hi: 'किसने दी' },
  byPatient: { en: 'the patient', hi: 'मरीज़' },
  covers: { en: 'Covers', hi: 'इसमें शामिल' },
  state: { en: 'State', hi: 'स्थिति' },
  cases: { en: 'Cases', hi: 'केस' },
  case: { en: 'Case', hi: 'केस' },
  caseOf: { en: 'Case {id}', hi: 'केस {id}' },
  opened: { en: 'Opened', hi: 'खोला गया' },
  noCases: {
    en: 'No case yet. Request a visit, or open a case to upload scans yourself.',
    hi: 'अभी कोई केस नहीं। विज़िट का अनुरोध करें, या ख़ुद स्कैन अपलोड करने के लिए केस खोलें।',
  },
  visits: { en: 'Visits requested', hi: 'माँगी गई विज़िट' },
  visitOf: { en: 'Visit {id}, requested {at}', hi: 'विज़िट {id}, अनुरोध {at}' },
  corrections: { en: 'What the record said before', hi: 'रिकॉर्ड में पहले क्या लिखा था' },
  corrected: { en: 'Until', hi: 'कब तक' },
  noCorrections: { en: 'It was never corrected.', hi: 'इसे कभी सुधारा नहीं गया।' },
  shares: { en: 'Which labs fetched what', hi: 'किस लैब ने क्या लिया' },
  sharedAt: { en: 'When', hi: 'कब' },
  order: { en: 'For order', hi: 'किस ऑर्डर के लिए' },
  orderOf: { en: 'Order {id}', hi: 'ऑर्डर {id}' },
  file: { en: 'File', hi: 'फ़ाइल' },
  noShares: { en: 'No lab fetched anything yet.', hi: 'अभी किसी लैब ने कुछ नहीं लिया।' },
  rights: { en: 'The patient’s data', hi: 'मरीज़ का डेटा' },
  noRequests: {
    en: 'The patient may ask for a copy or for the erasure of the data: send it from here.',
    hi: 'मरीज़ अपने डेटा की प्रति या उसे मिटाना माँग सकता है: अनुरोध यहाँ से भेजें।',
  },
  export: { en: 'Ask for a copy of the data', hi: 'डेटा की प्रति माँगें' },
  exportAbout: {
    en: 'One archive with all that is held about this patient. It is ready within some minutes and can be fetched for some days.',
    hi: 'इस मरीज़ के बारे में रखी सारी जानकारी एक आर्काइव में। कुछ मिनट में तैयार होगा और कुछ दिन तक डाउनलोड हो सकेगा।',
  },
  erase: { en: 'Ask for the erasure', hi: 'मिटाने का अनुरोध करें' },
  eraseAbout: {
    en: 'Everything about this patient is erased: record, scans, photographs and consents, but for what the law requires to be kept, such as invoices. It begins after some days, in which you can take it back; from then on nothing can be restored. Until it begins, nothing new can be started for this patient.',
    hi: 'इस मरीज़ का सब कुछ मिटा दिया जाएगा: रिकॉर्ड, स्कैन, फ़ोटो और सहमतियाँ, सिवाय उसके जिसे रखना क़ानूनन ज़रूरी है, जैसे बिल। यह कुछ दिन बाद शुरू होगा, तब तक आप इसे वापस ले सकते हैं; उसके बाद कुछ भी लौटाया नहीं जा सकेगा। शुरू होने तक इस मरीज़ के लिए कुछ नया शुरू नहीं हो सकता।',
  },
  ownerOnly: {
    en: 'Only an owner of the clinic can ask for the erasure.',
    hi: 'मिटाने का अनुरोध केवल क्लिनिक के मालिक कर सकते हैं।',
  },
  erasureBegins: {
    en: 'The erasure of this patient begins on {at}. Nothing new can be started.',
    hi: 'इस मरीज़ का डेटा {at} से मिटना शुरू होगा। कुछ नया शुरू नहीं हो सकता।',
  },
  openRequest: { en: 'Open the request', hi: 'अनुरोध खोलें' },
} as const;
