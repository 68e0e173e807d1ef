// What an operator's pages say.

import { titles } from './titles';

export const words = {
  ...titles,
  next: { en: 'Next', hi: 'अगली' },
  now: { en: 'Now', hi: 'अभी' },
  today: { en: 'Later today', hi: 'आज बाद में' },
  ended: { en: 'Over', hi: 'समाप्त' },
  soon: { en: 'The next days', hi: 'अगले दिन' },
  none: {
    en: 'No visits today or in the next days. Say under “Where I work” that you are available: an administrator assigns you visits nearby.',
    hi: 'आज या अगले दिनों में कोई विज़िट नहीं। “मैं कहाँ काम करता/करती हूँ” में बताएँ कि आप उपलब्ध हैं: एडमिन पास की विज़िट देंगे।',
  },
  noneThen: { en: 'No visits on this day.', hi: 'इस दिन कोई विज़िट नहीं।' },
  open: { en: 'Open the visit', hi: 'विज़िट खोलें' },
  day: { en: 'Day', hi: 'दिन' },
  when: { en: 'When', hi: 'कब' },
  patient: { en: 'Patient', hi: 'मरीज़' },
  clinic: { en: 'Clinic', hi: 'क्लिनिक' },
  scans: { en: 'To be scanned', hi: 'क्या स्कैन होगा' },
  toScan: { en: 'The clinic asked for: {scans}.', hi: 'क्लिनिक ने माँगा है: {scans}।' },
  map: { en: 'Show on the map', hi: 'नक्शे पर दिखाएँ' },
  more: { en: 'Something else', hi: 'कुछ और' },
  upload: { en: 'Scans and photographs', hi: 'स्कैन और फ़ोटो' },
  uploaded: { en: 'Files of this visit', hi: 'इस विज़िट की फ़ाइलें' },
  noFiles: {
    en: 'No files yet. Choose the scans above; a file that is not accepted says what to do.',
    hi: 'अभी कोई फ़ाइल नहीं। ऊपर से स्कैन चुनें; जो फ़ाइल स्वीकार नहीं होगी वह बताएगी कि क्या करना है।',
  },
  guardian: {
    en: 'Wait: a parent or guardian of the patient has to consent first. The clinic knows.',
    hi: 'रुकें: पहले मरीज़ के माता-पिता या अभिभावक की सहमति ज़रूरी है। क्लिनिक को पता है।',
  },
  history: { en: 'What happened', hi: 'क्या-क्या हुआ' },
  back: { en: 'Back to my visits', hi: 'मेरी विज़िट पर लौटें' },
  again: { en: 'Go on scanning', hi: 'स्कैन जारी रखें' },
  declineAbout: {
    en: 'You will not go to {clinic}. Somebody else is asked, and the clinic is told.',
    hi: 'आप {clinic} नहीं जाएँगे। किसी और से पूछा जाएगा, और क्लिनिक को बताया जाएगा।',
  },
  absentAbout: {
    en: 'Nobody was there to be scanned at {clinic}. The clinic is told, and may be charged for it.',
    hi: '{clinic} में स्कैन के लिए कोई नहीं था। क्लिनिक को बताया जाएगा, और शुल्क लग सकता है।',
  },
  says: {
    assigned: { en: 'Say whether you will come.', hi: 'बताएँ कि आप आएँगे या नहीं।' },
    accepted: { en: 'Set out in time.', hi: 'समय पर निकलें।' },
    en_route: { en: 'Say it when you have arrived.', hi: 'पहुँचने पर बताएँ।' },
    arrived: { en: 'Begin when the patient is ready.', hi: 'मरीज़ तैयार होने पर शुरू करें।' },
    scanning: {
      en: 'Upload all files, then say that you have finished.',
      hi: 'सभी फ़ाइलें अपलोड करें, फिर बताएँ कि पूरा हो गया।',
    },
    uploaded: {
      en: 'The clinic looks at the scans. You can go on if something is missing.',
      hi: 'क्लिनिक स्कैन देख रहा है। कुछ छूटा हो तो आप जारी रख सकते हैं।',
    },
  },
  areaText: {
    en: 'Visits near this place are offered to you. The clinics do not see it.',
    hi: 'इस जगह के पास की विज़िट आपको दी जाएँगी। क्लिनिक इसे नहीं देखते।',
  },
  save: { en: 'Save', hi: 'सहेजें' },
  saved: { en: 'Saved.', hi: 'सहेजा गया।' },
} as const;
