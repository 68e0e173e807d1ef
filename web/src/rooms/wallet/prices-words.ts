// What the prices of visits are called.

export const words = {
  prices: { en: 'Prices', hi: 'कीमतें' },
  none: { en: 'No prices are published: visits are free.', hi: 'कोई कीमत तय नहीं है: विज़िट मुफ़्त हैं।' },
  what: { en: 'For', hi: 'किसके लिए' },
  visit: { en: 'A visit', hi: 'विज़िट' },
  lateCancellation: {
    en: 'A visit cancelled after an operator accepted it',
    hi: 'ऑपरेटर के स्वीकार करने के बाद रद्द हुई विज़िट',
  },
  noShow: {
    en: 'A visit at which nobody was there to scan',
    hi: 'विज़िट जिसमें स्कैन के लिए कोई नहीं मिला',
  },
  net: { en: 'Net', hi: 'टैक्स के बिना' },
  tax: { en: 'GST', hi: 'GST' },
  total: { en: 'In all', hi: 'कुल' },
  lowBalance: {
    en: 'Owners are told once less than {amount} is left.',
    hi: '{amount} से कम बचने पर मालिकों को बताया जाता है।',
  },
} as const;
