// What the inbox says around its notices.

import { titles } from './titles';

export const words = {
  ...titles,
  unread: { en: 'Notices ({count})', hi: 'सूचनाएँ ({count})' },
  unreadMeans: { en: 'not read yet', hi: 'अभी पढ़ी नहीं गईं' },
  empty: {
    en: 'Nothing has happened yet that concerns you. What is chosen by e-mail or push is set in your account.',
    hi: 'अभी आपसे जुड़ा कुछ नहीं हुआ। ई-मेल या पुश से क्या आए, यह आपके खाते में चुना जाता है।',
  },
  new: { en: 'New', hi: 'नई' },
  open: { en: 'Open', hi: 'खोलें' },
  read: { en: 'Mark as read', hi: 'पढ़ा हुआ करें' },
  readAll: { en: 'Mark all as read', hi: 'सभी पढ़ी हुई करें' },
  settings: { en: 'How you are told', hi: 'सूचना कैसे मिले' },
  newer: {
    en: 'A notice of a newer version: load the console again.',
    hi: 'नए संस्करण की सूचना: कंसोल दोबारा खोलें।',
  },
} as const;
