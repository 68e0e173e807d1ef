// What the inbox says around its notices.

export const words = {
  inbox: { en: 'Notices', hi: 'सूचनाएँ' },
  unread: { en: 'Notices, {count} unread', hi: 'सूचनाएँ, {count} अपठित' },
  empty: { en: 'Nothing has happened yet that concerns you.', hi: 'अभी आपसे जुड़ा कुछ नहीं हुआ।' },
  read: { en: 'Mark as read', hi: 'पढ़ा हुआ करें' },
  newer: {
    en: 'A notice of a newer version: load the console again.',
    hi: 'नए संस्करण की सूचना: कंसोल दोबारा खोलें।',
  },
} as const;
