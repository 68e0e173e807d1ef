// What the controls of days say.

export const words = {
  first: { en: 'From', hi: 'कब से' },
  last: { en: 'To', hi: 'कब तक' },
  wrong: {
    en: 'Give two days, the first one before the last.',
    hi: 'दो तारीख़ें दें, पहली आख़िरी से पहले की हो।',
  },
} as const;
