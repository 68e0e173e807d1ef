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
  visit: { en: 'A visit, without GST', hi: 'विज़िट, GST के बिना' },
  tax: { en: 'GST', hi: 'GST' },
  lateCancellation: {
    en: 'Kept of the fee where a clinic cancels after an operator accepted',
    hi: 'ऑपरेटर के स्वीकारने के बाद रद्द होने पर शुल्क का रखा हिस्सा',
  },
  noShow: {
    en: 'Kept of the fee where nobody was there to scan',
    hi: 'स्कैन के लिए कोई न मिलने पर शुल्क का रखा हिस्सा',
  },
  commission: { en: 'Commission on orders', hi: 'ऑर्डर पर कमीशन' },
  commissionHint: {
    en: 'What of an order’s price the platform keeps of the lab’s; 0 for none. Give it anew with each version.',
    hi: 'ऑर्डर की कीमत में से प्लैटफ़ॉर्म लैब का कितना रखता है; कुछ नहीं तो 0। हर संस्करण में दोबारा भरें।',
  },
  commissionMissing: {
    en: 'Give the commission, 0 for none.',
    hi: 'कमीशन भरें, कुछ नहीं तो 0।',
  },
  lowBalance: { en: 'Owners are told below', hi: 'इससे कम पर मालिकों को बताएँ' },
  publish: { en: 'Publish', hi: 'प्रकाशित करें' },
  published: { en: 'Published.', hi: 'प्रकाशित हुआ।' },
} as const;
