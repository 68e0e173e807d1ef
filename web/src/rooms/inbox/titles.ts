// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  inbox: { en: 'Notices', hi: 'सूचनाएँ' },
} as const;
