// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  audit: { en: 'Audit', hi: 'ऑडिट' },
  byPerson: { en: 'What this person did', hi: 'इस व्यक्ति ने क्या किया' },
  onSubject: { en: 'What was done to this', hi: 'इसके साथ क्या किया गया' },
} as const;
