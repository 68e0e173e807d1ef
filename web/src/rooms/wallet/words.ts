// What clinics and labs read on the page of their wallet.

export const words = {
  topUp: { en: 'Add money', hi: 'पैसे जोड़ें' },
  topUpAbout: {
    en: 'You pay on the page of the payment gateway and come back here.',
    hi: 'आप पेमेंट गेटवे के पेज पर भुगतान करेंगे और यहाँ लौट आएँगे।',
  },
  payElsewhere: {
    en: 'Online payment is not open on this page yet. Money that you transfer to the platform’s bank account is credited by an admin.',
    hi: 'इस पेज पर ऑनलाइन भुगतान अभी उपलब्ध नहीं है। प्लैटफ़ॉर्म के बैंक खाते में भेजी गई राशि एडमिन वॉलेट में जोड़ते हैं।',
  },
  askSupport: { en: 'Ask support for the account', hi: 'खाते का ब्योरा सहायता से पूछें' },
  arrived: { en: '{amount} has arrived.', hi: '{amount} आ गए हैं।' },
  awaited: {
    en: 'Did you pay? The money shows here as soon as the gateway has confirmed it, mostly within a minute. If you did not pay, nothing was taken.',
    hi: 'क्या आपने भुगतान किया? गेटवे की पुष्टि होते ही राशि यहाँ दिखेगी, अक्सर एक मिनट में। अगर भुगतान नहीं किया, तो कुछ नहीं कटा।',
  },
  billingMissing: {
    en: 'Invoices cannot be made out yet: your billing details are missing.',
    hi: 'बिल अभी नहीं बन सकते: आपका बिलिंग का ब्योरा नहीं है।',
  },
  enterBilling: { en: 'Enter them', hi: 'ब्योरा भरें' },
  entries: { en: 'Entries', hi: 'लेन-देन' },
  show: { en: 'Show', hi: 'दिखाएँ' },
  latest: { en: 'All, the last first', hi: 'सभी, नए पहले' },
  ofDays: { en: 'Between two days', hi: 'दो तारीख़ों के बीच' },
  noEntries: {
    en: 'Nothing was booked yet. What is paid in or spent shows here.',
    hi: 'अभी कोई लेन-देन नहीं है। जमा और खर्च यहाँ दिखेंगे।',
  },
  noneOfThese: {
    en: 'There are none of these. Choose others above.',
    hi: 'ऐसा कोई लेन-देन नहीं है। ऊपर कुछ और चुनें।',
  },
  when: { en: 'When', hi: 'कब' },
  what: { en: 'What for', hi: 'किसलिए' },
  change: { en: 'Change', hi: 'बदलाव' },
  heldChange: { en: 'Set aside', hi: 'अलग रखी गई' },
  after: { en: 'Available after', hi: 'उसके बाद उपलब्ध' },
  holds: { en: 'What is set aside now', hi: 'अभी अलग रखी गई राशि' },
  holdsAbout: {
    en: 'It stays yours until the visit is done or the order delivered; what is not needed comes back by itself.',
    hi: 'विज़िट पूरी होने या ऑर्डर पहुँचने तक यह आपकी ही है; जो नहीं लगेगा वह अपने आप लौट आएगा।',
  },
  noHolds: {
    en: 'Nothing is set aside. Visits and orders under way show here.',
    hi: 'कुछ अलग नहीं रखा गया। चल रही विज़िट और ऑर्डर यहाँ दिखेंगे।',
  },
  heldOn: { en: 'Since', hi: 'कब से' },
  amount: { en: 'Amount', hi: 'राशि' },
  statement: { en: 'Statement as a file', hi: 'स्टेटमेंट फ़ाइल' },
  prices: { en: 'Prices of visits', hi: 'विज़िट की कीमतें' },
} as const;
