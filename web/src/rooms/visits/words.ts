// What the clinic's pages of visits say.

import { titles } from './titles';

export const words = {
  ...titles,
  requestSend: { en: 'Request the visit', hi: 'विज़िट माँगें' },
  empty: {
    en: 'No visits here. Request one from the page of a patient or a case.',
    hi: 'यहाँ कोई विज़िट नहीं। मरीज़ या केस के पेज से विज़िट माँगें।',
  },
  noneThen: { en: 'No visits in these days.', hi: 'इन दिनों में कोई विज़िट नहीं।' },
  noTime: { en: 'no time yet', hi: 'अभी समय तय नहीं' },
  offered: { en: 'offered: {time}', hi: 'सुझाया समय: {time}' },
  offeredOf: { en: 'offered: {time}, and {more} more', hi: 'सुझाया समय: {time}, और {more}' },
  show: { en: 'Show', hi: 'दिखाएँ' },
  openOnes: { en: 'All that go on', hi: 'सभी जो चल रही हैं' },
  byDay: { en: 'By day', hi: 'दिन के अनुसार' },
  all: { en: 'All visits', hi: 'सभी विज़िट' },
  from: { en: 'Week from', hi: 'सप्ताह, इस दिन से' },
  earlier: { en: 'Week before', hi: 'पिछला सप्ताह' },
  later: { en: 'Week after', hi: 'अगला सप्ताह' },
  patient: { en: 'Patient', hi: 'मरीज़' },
  when: { en: 'When', hi: 'कब' },
  state: { en: 'State', hi: 'स्थिति' },
  scans: { en: 'To be scanned', hi: 'क्या स्कैन होगा' },
  files: { en: 'Files', hi: 'फ़ाइलें' },
  requested: { en: 'Requested', hi: 'माँगी गई' },
  slots: { en: 'Times offered', hi: 'सुझाए गए समय' },
  cancelled: { en: 'Cancelled', hi: 'रद्द' },
  cancelledBy: { en: '{reason}, by {who}', hi: '{reason}, {who}' },
  toCase: { en: 'Go to the case', hi: 'केस पर जाएँ' },
  toPatient: { en: 'Go to the patient', hi: 'मरीज़ पर जाएँ' },
  guardian: {
    en: 'The visit waits: a parent or guardian of the patient has to consent first. Record it on the patient’s page.',
    hi: 'विज़िट रुकी है: पहले माता-पिता या अभिभावक की सहमति ज़रूरी है। मरीज़ के पेज पर दर्ज करें।',
  },
  history: { en: 'What happened', hi: 'क्या-क्या हुआ' },
  cancel: { en: 'Cancel the visit', hi: 'विज़िट रद्द करें' },
  cancelAbout: {
    en: 'The visit of {patient} is called off. Nothing is charged before an operator has accepted.',
    hi: '{patient} की विज़िट रद्द होगी। ऑपरेटर के स्वीकार करने से पहले कोई शुल्क नहीं लगता।',
  },
  cancelFee: {
    en: 'The visit of {patient} is called off. An operator has accepted it: {amount} of the fee is charged, unless Scanner moved the visit.',
    hi: '{patient} की विज़िट रद्द होगी। ऑपरेटर स्वीकार कर चुका है: शुल्क में से {amount} लगेगा, जब तक कि समय स्कैनर ने न बदला हो।',
  },
  cancelAccepted: {
    en: 'The visit of {patient} is called off. An operator has accepted it: a part of the fee may be charged.',
    hi: '{patient} की विज़िट रद्द होगी। ऑपरेटर स्वीकार कर चुका है: शुल्क का कुछ भाग लग सकता है।',
  },
  reschedule: { en: 'Offer other times', hi: 'दूसरे समय सुझाएँ' },
  rescheduleAbout: {
    en: 'These times replace all that were offered for {patient}. An operator is assigned anew.',
    hi: '{patient} के लिए पहले सुझाए सभी समय की जगह ये समय लगेंगे। ऑपरेटर फिर से तय होगा।',
  },
  complete: { en: 'Confirm: the visit is complete', hi: 'पुष्टि करें: विज़िट पूरी हुई' },
  completeAbout: {
    en: 'The scans of {patient} are there and the fee is charged. Look at the case first.',
    hi: '{patient} के स्कैन आ गए हैं और शुल्क लगेगा। पहले केस देख लें।',
  },
  fee: { en: 'Fee', hi: 'शुल्क' },
  withTax: { en: '{total} with tax', hi: 'कर सहित {total}' },
  feeText: {
    en: 'It is set aside now and charged when the visit is complete. Cancelled after an operator accepted, {late} is charged; with nobody there to scan, {absent}.',
    hi: 'यह अभी अलग रखा जाएगा और विज़िट पूरी होने पर लगेगा। ऑपरेटर के स्वीकार करने के बाद रद्द करने पर {late} लगेंगे; स्कैन के लिए कोई न मिले तो {absent}।',
  },
  free: { en: 'No fee is charged at present.', hi: 'अभी कोई शुल्क नहीं है।' },
  balance: { en: 'In the wallet', hi: 'वॉलेट में' },
  tooLittle: {
    en: 'The wallet has {spendable}, and the visit costs {total}. Top up first.',
    hi: 'वॉलेट में {spendable} हैं, और विज़िट के {total} लगेंगे। पहले पैसे जमा करें।',
  },
  topUp: { en: 'Top up the wallet', hi: 'वॉलेट में पैसे जमा करें' },
  consent: { en: 'Consent', hi: 'सहमति' },
  noConsent: {
    en: 'No consent of this patient covers a scan. Record it on the patient’s page first.',
    hi: 'इस मरीज़ की कोई सहमति स्कैन की अनुमति नहीं देती। पहले मरीज़ के पेज पर सहमति दर्ज करें।',
  },
  imagesHint: {
    en: 'Photographs need a consent that covers them.',
    hi: 'फ़ोटो के लिए ऐसी सहमति चाहिए जिसमें फ़ोटो शामिल हों।',
  },
  slotsHint: {
    en: 'When it would suit you, in the order you prefer: each from a quarter of an hour to eight hours.',
    hi: 'आपको जो समय ठीक लगे, पसंद के क्रम में: हर समय पंद्रह मिनट से आठ घंटे तक।',
  },
  notesHint: {
    en: 'For yourself: neither the operator nor a lab sees it.',
    hi: 'केवल आपके लिए: न ऑपरेटर देखता है, न लैब।',
  },
  twice: {
    en: 'There is a visit for this patient at that time already.',
    hi: 'इस मरीज़ के लिए उस समय पहले से एक विज़िट है।',
  },
  toThat: { en: 'Go to that visit', hi: 'उस विज़िट पर जाएँ' },
  again: { en: 'I want another one all the same', hi: 'फिर भी मुझे एक और विज़िट चाहिए' },
  about: { en: 'For {patient}', hi: '{patient} के लिए' },
} as const;
