// What admins read on the pages of accounts.

import { titles } from './titles';

export const words = {
  ...titles,
  approvalsAbout: {
    en: 'Who asked for an account and waits. Compare what they said with what is verified.',
    hi: 'जिन्होंने खाता माँगा और इंतज़ार कर रहे हैं। बताई और सत्यापित बातें मिलाएँ।',
  },
  noApprovals: { en: 'Nobody waits for an approval.', hi: 'कोई मंज़ूरी का इंतज़ार नहीं कर रहा।' },
  declared: { en: 'What they said', hi: 'उन्होंने क्या बताया' },
  verified: { en: 'What is verified', hi: 'क्या सत्यापित है' },
  about: { en: 'What', hi: 'क्या' },
  email: { en: 'E-mail address', hi: 'ई-मेल पता' },
  phone: { en: 'Phone', hi: 'फ़ोन' },
  noPhone: { en: 'None', hi: 'नहीं दिया' },
  nothingToVerify: { en: 'For you to check', hi: 'आपको जाँचना है' },
  wants: { en: 'Wants to be', hi: 'बनना चाहते हैं' },
  asked: { en: 'Asked', hi: 'माँगा' },
  invited: { en: 'Was invited to it', hi: 'आमंत्रित किए गए' },
  before: { en: 'Turned down before', hi: 'पहले नामंज़ूर' },
  emailFirst: {
    en: 'The e-mail address is not verified yet: only then can the account be approved.',
    hi: 'ई-मेल पता अभी सत्यापित नहीं है: उसके बाद ही खाता मंज़ूर हो सकता है।',
  },
  approveAbout: {
    en: 'They are let in at once. The clinic or lab that they asked for is made, with them as its owner.',
    hi: 'उन्हें तुरंत प्रवेश मिलेगा। माँगा गया क्लिनिक या लैब बनेगा और वे उसके मालिक होंगे।',
  },
  rejectAbout: {
    en: 'They read the reason, and may ask again.',
    hi: 'वे कारण पढ़ेंगे और दोबारा माँग सकते हैं।',
  },
  reasonRead: {
    en: 'They read this. Write nothing about patients.',
    hi: 'वे इसे पढ़ेंगे। मरीज़ों के बारे में कुछ न लिखें।',
  },
  suspendAbout: {
    en: 'They are shut out from their very next step on. Visits of an operator go to others. Orders, money and records stay. You can let them in again.',
    hi: 'वे अगले ही कदम से बाहर हो जाएँगे। ऑपरेटर की विज़िट दूसरों को जाएँगी। ऑर्डर, पैसा और रिकॉर्ड बने रहेंगे। आप उन्हें फिर प्रवेश दे सकते हैं।',
  },
  reinstateAbout: {
    en: 'They get back the role that they had. Visits that were given to others stay with these.',
    hi: 'उन्हें पहले वाली भूमिका वापस मिलेगी। दूसरों को दी गई विज़िट उन्हीं के पास रहेंगी।',
  },
  roleAbout: {
    en: 'They keep nothing of the role before: not the members of a clinic or lab, not its wallet, not the visits of an operator.',
    hi: 'पहले की भूमिका का कुछ नहीं रहेगा: न क्लिनिक या लैब के सदस्य, न वॉलेट, न ऑपरेटर की विज़िट।',
  },
  show: { en: 'Show', hi: 'दिखाएँ' },
  byStatus: { en: 'By status', hi: 'स्थिति के अनुसार' },
  byRole: { en: 'By role', hi: 'भूमिका के अनुसार' },
  noAccounts: { en: 'There are no such accounts. Choose others.', hi: 'ऐसे कोई खाते नहीं। दूसरे चुनें।' },
  name: { en: 'Name', hi: 'नाम' },
  role: { en: 'Role', hi: 'भूमिका' },
  status: { en: 'Status', hi: 'स्थिति' },
  since: { en: 'Since', hi: 'कब से' },
  reason: { en: 'Reason', hi: 'कारण' },
  owner: { en: 'Owner', hi: 'मालिक' },
  member: { en: 'Member', hi: 'सदस्य' },
  standing: { en: 'Place in it', hi: 'उसमें स्थान' },
  policy: { en: 'Accepted the privacy policy', hi: 'गोपनीयता नीति स्वीकार की' },
  notYet: { en: 'Not yet', hi: 'अभी नहीं' },
  changed: { en: 'Last changed', hi: 'पिछला बदलाव' },
  erasure: { en: 'To be erased', hi: 'मिटाया जाएगा' },
  erasureText: { en: 'An erasure was asked for', hi: 'मिटाने का अनुरोध है' },
  own: {
    en: 'This is your own account. Another admin decides on it.',
    hi: 'यह आपका अपना खाता है। इस पर दूसरा एडमिन निर्णय लेगा।',
  },
  showVerified: { en: 'Show what is verified', hi: 'दिखाएँ क्या सत्यापित है' },
  notWaiting: {
    en: 'This account does not wait for an approval any more.',
    hi: 'यह खाता अब मंज़ूरी का इंतज़ार नहीं कर रहा।',
  },
  trailOf: { en: 'What was done to this account', hi: 'इस खाते के साथ क्या किया गया' },
  trailBy: { en: 'What this person did', hi: 'इस व्यक्ति ने क्या किया' },
  city: { en: 'City', hi: 'शहर' },
  address: { en: 'Address', hi: 'पता' },
  members: { en: 'Accounts of it', hi: 'इसके खाते' },
  noOrganisation: {
    en: 'There is no such clinic or lab. It may have been erased.',
    hi: 'ऐसा कोई क्लिनिक या लैब नहीं है। शायद मिटा दिया गया।',
  },
  wallet: { en: 'Its wallet', hi: 'इसका वॉलेट' },
  trailOfIt: { en: 'What was done to it', hi: 'इसके साथ क्या किया गया' },
  noMembers: { en: 'Nobody belongs to it any more.', hi: 'अब इसमें कोई नहीं है।' },
} as const;
