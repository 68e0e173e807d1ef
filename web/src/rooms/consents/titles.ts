// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  record: { en: 'Record a consent', hi: 'सहमति दर्ज करें' },
  consent: { en: 'Consent', hi: 'सहमति' },
} as const;
