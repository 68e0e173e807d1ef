// What the pages of requests about one's data say, of oneself or of a clinic's patients.

import { titles } from './titles';

export const words = {
  ...titles,
  none: {
    en: 'No patient asked for a copy or for the erasure of data yet. Such a request begins on the patient’s page.',
    hi: 'अभी किसी मरीज़ ने डेटा की प्रति या उसे मिटाना नहीं माँगा। ऐसा अनुरोध मरीज़ के पेज से शुरू होता है।',
  },
  kind: { en: 'Asked for', hi: 'क्या माँगा' },
  about: { en: 'About', hi: 'किसके बारे में' },
  aboutSelf: { en: 'your own account', hi: 'आपका अपना खाता' },
  aboutOrganisation: { en: 'your clinic or lab', hi: 'आपका क्लिनिक या लैब' },
  aboutPatient: { en: 'a patient', hi: 'एक मरीज़' },
  asked: { en: 'Asked on', hi: 'कब माँगा' },
  state: { en: 'State', hi: 'स्थिति' },
  due: { en: 'Answered by', hi: 'जवाब कब तक' },
  starts: { en: 'Begins', hi: 'शुरू होगा' },
  done: { en: 'Ended', hi: 'समाप्त हुआ' },
  until: { en: 'Archive kept until', hi: 'आर्काइव कब तक रहेगा' },
  reasons: { en: 'Why', hi: 'कारण' },
  wanted: { en: 'Should be', hi: 'होना चाहिए' },
  before: { en: 'Was', hi: 'पहले था' },
  kept: { en: 'What the law keeps', hi: 'क़ानूनन क्या रखा गया' },
  keptUntil: { en: 'until {day}', hi: '{day} तक' },
  cancel: { en: 'Take the request back', hi: 'अनुरोध वापस लें' },
  cancelAbout: {
    en: 'Nothing happens then, and everything goes on as before.',
    hi: 'तब कुछ नहीं होगा, और सब कुछ पहले की तरह चलता रहेगा।',
  },
  fetch: { en: 'Download the archive', hi: 'आर्काइव डाउनलोड करें' },
  ended: {
    en: 'The archive was taken away again: ask for a new one.',
    hi: 'आर्काइव हटा दिया गया है: नया माँगें।',
  },
  building: {
    en: 'The archive is being built. It appears here by itself, and you are told.',
    hi: 'आर्काइव बन रहा है। यह अपने आप यहाँ दिखेगा, और आपको सूचना मिलेगी।',
  },
  cooling: {
    en: 'The erasure begins on {at}. Until then it can be taken back; from then on nothing can be restored.',
    hi: 'मिटाना {at} से शुरू होगा। तब तक इसे वापस लिया जा सकता है; उसके बाद कुछ भी लौटाया नहीं जा सकेगा।',
  },
  waits: {
    en: 'An administrator of Scanner decides on it.',
    hi: 'इस पर स्कैनर के एडमिन फ़ैसला करेंगे।',
  },
  erased: {
    en: 'Everything was erased that need not be kept.',
    hi: 'जिसे रखना ज़रूरी नहीं था, वह सब मिटा दिया गया।',
  },
  codes: {
    'legal-hold': { en: 'The law forbids it for now.', hi: 'क़ानून अभी इसकी अनुमति नहीं देता।' },
    'orders-open': { en: 'There are orders under way.', hi: 'कुछ ऑर्डर अभी चालू हैं।' },
    'visits-open': { en: 'There are visits under way.', hi: 'कुछ विज़िट अभी चालू हैं।' },
    'last-owner': { en: 'There is no other owner.', hi: 'कोई दूसरा मालिक नहीं है।' },
    'money-left': { en: 'There is money in the wallet.', hi: 'वॉलेट में पैसे हैं।' },
    'last-admin': { en: 'There is no other admin.', hi: 'कोई दूसरा एडमिन नहीं है।' },
    'identity-not-proven': {
      en: 'It was not proven who asked.',
      hi: 'यह साबित नहीं हुआ कि किसने माँगा।',
    },
    'not-theirs': { en: 'The data is somebody else’s.', hi: 'यह डेटा किसी और का है।' },
    'law-forbids': { en: 'The law forbids it.', hi: 'क़ानून इसकी अनुमति नहीं देता।' },
    unfounded: { en: 'There was no ground for it.', hi: 'इसका कोई आधार नहीं था।' },
  },
  other: { en: 'Another reason.', hi: 'कोई और कारण।' },
  parts: {
    name: { en: 'Name', hi: 'नाम' },
    address: { en: 'Address', hi: 'पता' },
    city: { en: 'City', hi: 'शहर' },
    pincode: { en: 'PIN code', hi: 'पिन कोड' },
  },
} as const;
