// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  figures: { en: 'Figures', hi: 'आँकड़े' },
} as const;
