// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  jobs: { en: 'Jobs', hi: 'जॉब' },
} as const;
