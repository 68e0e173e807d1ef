// What the amounts of a wallet are called.

export const words = {
  available: { en: 'Available', hi: 'उपलब्ध' },
  owed: { en: 'Owed to Scanner', hi: 'Scanner को देय' },
  held: { en: 'Set aside', hi: 'अलग रखी गई राशि' },
  credit: { en: 'Credit limit', hi: 'क्रेडिट सीमा' },
  spendable: { en: 'Can be spent now', hi: 'अभी खर्च हो सकते हैं' },
} as const;
