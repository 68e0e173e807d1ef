// The titles of the pages of what a lab offers.

export const titles = {
  catalogue: { en: 'Catalogue', hi: 'कैटलॉग' },
  profile: { en: 'Lab profile', hi: 'लैब की प्रोफ़ाइल' },
} as const;
