// What the page of one's own account says.

import { titles } from './titles';

export const words = {
  ...titles,
  name: { en: 'Name', hi: 'नाम' },
  email: { en: 'E-mail address', hi: 'ई-मेल पता' },
  phone: { en: 'Phone', hi: 'फ़ोन' },
  role: { en: 'Role', hi: 'भूमिका' },
  policy: { en: 'Privacy policy accepted', hi: 'गोपनीयता नीति स्वीकार' },
  policyOn: { en: 'version {version}, on {day}', hi: 'संस्करण {version}, {day} को' },
  changeName: { en: 'Change the name', hi: 'नाम बदलें' },
  changePhone: { en: 'Change the phone number', hi: 'फ़ोन नंबर बदलें' },
  changeEmail: { en: 'Change the e-mail address', hi: 'ई-मेल पता बदलें' },
  changePassword: { en: 'Change the password', hi: 'पासवर्ड बदलें' },
  passwordSent: {
    en: 'An e-mail with a link to choose a new password is on its way to {email}.',
    hi: 'नया पासवर्ड चुनने के लिंक वाला ई-मेल {email} पर भेजा जा रहा है।',
  },
  newEmail: { en: 'New e-mail address', hi: 'नया ई-मेल पता' },
  emailAbout: {
    en: 'A link is sent to the new address. Once you have opened it, you sign in here with the new address.',
    hi: 'नए पते पर एक लिंक भेजा जाएगा। उसे खोलने के बाद आप यहाँ नए पते से साइन इन करेंगे।',
  },
  emailSent: {
    en: 'A link was sent to {email}. Open it, then sign in again with this address.',
    hi: '{email} पर लिंक भेजा गया। उसे खोलें, फिर इस पते से दोबारा साइन इन करें।',
  },
  noEmail: { en: 'Write an e-mail address.', hi: 'कोई ई-मेल पता लिखें।' },
  emailTaken: {
    en: 'There is another account with this address.',
    hi: 'इस पते से दूसरा खाता मौजूद है।',
  },
  emailDiffers: {
    en: 'You sign in with {email}, and mail still goes to {old}.',
    hi: 'आप {email} से साइन इन करते हैं, पर ई-मेल अभी {old} पर जाते हैं।',
  },
  followEmail: { en: 'Send mail to the new address', hi: 'ई-मेल नए पते पर भेजें' },
  badName: {
    en: 'Write a name on one line, of at most 120 characters.',
    hi: 'नाम एक पंक्ति में लिखें, ज़्यादा से ज़्यादा 120 अक्षर।',
  },
  save: { en: 'Save', hi: 'सहेजें' },
  saved: { en: 'Saved.', hi: 'सहेजा गया।' },
  preferences: { en: 'How you hear from Scanner', hi: 'स्कैनर से सूचना कैसे मिले' },
  preferencesText: {
    en: 'Everything is in your notices here. Choose what comes by e-mail or push besides. News of your account and of privacy always come.',
    hi: 'सब कुछ यहाँ आपकी सूचनाओं में रहता है। चुनें कि और क्या ई-मेल या पुश से आए। खाते और गोपनीयता की सूचनाएँ हमेशा आती हैं।',
  },
  language: { en: 'Language', hi: 'भाषा' },
  languageHint: {
    en: 'Of e-mails and pushes, and of this console.',
    hi: 'ई-मेल, पुश और इस कंसोल की भाषा।',
  },
  zone: { en: 'Time zone', hi: 'समय क्षेत्र' },
  quiet: { en: 'Quiet hours', hi: 'शांत समय' },
  quietHint: {
    en: 'Pushes wait until they are over. Leave both empty to have none.',
    hi: 'इस दौरान पुश रुके रहते हैं। न चाहिए तो दोनों खाली छोड़ें।',
  },
  quietStart: { en: 'From', hi: 'कब से' },
  quietEnd: { en: 'To', hi: 'कब तक' },
  channels: { en: 'By e-mail and push', hi: 'ई-मेल और पुश से' },
  digest: { en: 'Work that waits', hi: 'प्रतीक्षा में काम' },
  ways: {
    usual: { en: 'As usual', hi: 'सामान्य रूप से' },
    both: { en: 'E-mail and push', hi: 'ई-मेल और पुश' },
    email: { en: 'E-mail', hi: 'ई-मेल' },
    push: { en: 'Push', hi: 'पुश' },
    none: { en: 'Only here', hi: 'सिर्फ़ यहाँ' },
  },
  devices: { en: 'Devices with push notifications', hi: 'पुश सूचना वाले उपकरण' },
  noDevices: {
    en: 'None. Scanner’s apps ask for it on a phone.',
    hi: 'कोई नहीं। फ़ोन पर स्कैनर के ऐप इसके लिए पूछते हैं।',
  },
  device: { en: 'Device', hi: 'उपकरण' },
  lastUsed: { en: 'Last used', hi: 'पिछला उपयोग' },
  removeDevice: { en: 'Remove', hi: 'हटाएँ' },
  rights: { en: 'Your own data', hi: 'आपका अपना डेटा' },
  rightsText: {
    en: 'You can ask for a copy of all that is held about you, or for its erasure.',
    hi: 'आप अपने बारे में रखी सारी जानकारी की प्रति, या उसे मिटाना माँग सकते हैं।',
  },
  export: { en: 'Ask for a copy of my data', hi: 'अपने डेटा की प्रति माँगें' },
  exportAbout: {
    en: 'One archive with all that is held about you. It is ready within some minutes and can be fetched for some days.',
    hi: 'आपके बारे में रखी सारी जानकारी एक आर्काइव में। कुछ मिनट में तैयार होगा और कुछ दिन तक डाउनलोड हो सकेगा।',
  },
  erase: { en: 'Ask for the erasure of my account', hi: 'अपना खाता मिटाने का अनुरोध करें' },
  eraseAbout: {
    en: 'Your account is closed and what is held about you is erased, but for what the law requires to be kept. It begins after some days, in which you can take it back; from then on nothing can be restored.',
    hi: 'आपका खाता बंद होगा और आपके बारे में रखी जानकारी मिटा दी जाएगी, सिवाय उसके जिसे रखना क़ानूनन ज़रूरी है। यह कुछ दिन बाद शुरू होगा, तब तक आप इसे वापस ले सकते हैं; उसके बाद कुछ भी लौटाया नहीं जा सकेगा।',
  },
  noRequests: { en: 'You have not asked for anything yet.', hi: 'आपने अभी कुछ नहीं माँगा है।' },
} as const;
