// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  board: { en: 'Board of visits', hi: 'विज़िट बोर्ड' },
  operators: { en: 'Operators', hi: 'ऑपरेटर' },
  visit: { en: 'Visit', hi: 'विज़िट' },
} as const;
