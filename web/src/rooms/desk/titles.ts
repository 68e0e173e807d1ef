// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  desk: { en: 'What waits', hi: 'बाकी काम' },
} as const;
