// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  privacy: { en: 'Privacy requests', hi: 'निजता अनुरोध' },
  request: { en: 'Privacy request', hi: 'निजता अनुरोध' },
  breaches: { en: 'Breaches', hi: 'डेटा उल्लंघन' },
  disclosures: { en: 'Demands of authorities', hi: 'प्राधिकारियों की माँगें' },
  holds: { en: 'Legal holds', hi: 'कानूनी रोक' },
  reviews: { en: 'Access reviews', hi: 'एक्सेस समीक्षा' },
  records: { en: 'Consent records', hi: 'सहमति रिकॉर्ड' },
} as const;
