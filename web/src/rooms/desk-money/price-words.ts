// What admins read about prices.

export const words = {
  tariff: { en: 'Tariff', hi: 'शुल्क-दर' },
  show: { en: 'Show', hi: 'दिखाएँ' },
  version: {
    en: 'Version {number} of the tariff {tariff} is in force.',
    hi: 'शुल्क-दर {tariff} का संस्करण {number} लागू है।',
  },
  unpublished: {
    en: 'Nothing was published of the tariff {tariff} yet.',
    hi: 'शुल्क-दर {tariff} का अभी कुछ प्रकाशित नहीं हुआ।',
  },
  next: { en: 'Next version', hi: 'अगला संस्करण' },
  nextAbout: {
    en: 'All prices from now on. Visits and orders that were asked for keep theirs.',
    hi: 'अब से सभी कीमतें। जो विज़िट और ऑर्डर माँगे जा चुके, उनकी कीमतें वही रहेंगी।',
  },
  commissionHint: {
    en: 'What of an order’s price the platform keeps of the lab’s; 0 for none. Left empty, it is none.',
    hi: 'ऑर्डर की कीमत में से प्लैटफ़ॉर्म लैब का कितना रखता है; कुछ नहीं तो 0। खाली यानी कुछ नहीं।',
  },
  publish: { en: 'Publish', hi: 'प्रकाशित करें' },
  published: { en: 'Published.', hi: 'प्रकाशित हुआ।' },
} as const;
