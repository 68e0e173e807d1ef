// What admins read about wallets.

export const words = {
  walletsAbout: {
    en: 'Choose whose wallet to open. Opening one is on record.',
    hi: 'चुनें किसका वॉलेट खोलना है। खोलना दर्ज होता है।',
  },
  of: { en: 'Wallets of', hi: 'किनके वॉलेट' },
  name: { en: 'Name', hi: 'नाम' },
  city: { en: 'City', hi: 'शहर' },
  noOrganisations: {
    en: 'There are none yet. They come with the first account that is approved.',
    hi: 'अभी कोई नहीं है। पहला खाता मंज़ूर होने पर बनेंगे।',
  },
  organisation: { en: 'Clinic or lab', hi: 'क्लिनिक या लैब' },
  noOrganisation: {
    en: 'There is no such clinic or lab, or it was erased.',
    hi: 'ऐसा कोई क्लिनिक या लैब नहीं है, या मिटा दिया गया।',
  },
  has: { en: '{amount} available', hi: '{amount} उपलब्ध' },
  adjust: { en: 'Correct the balance', hi: 'बैलेंस सुधारें' },
  adjustHint: {
    en: 'What to add; with a minus in front it is taken away.',
    hi: 'कितना जोड़ना है; आगे माइनस हो तो घटेगा।',
  },
  reasonHint: {
    en: 'For the books, such as the bank’s reference. Name no patient.',
    hi: 'हिसाब के लिए, जैसे बैंक का संदर्भ। मरीज़ का नाम न लिखें।',
  },
  terms: { en: 'Credit limit and tariff', hi: 'क्रेडिट सीमा और शुल्क-दर' },
  creditHint: {
    en: 'How far the wallet may fall below zero; 0 for no credit.',
    hi: 'वॉलेट शून्य से कितना नीचे जा सकता है; 0 यानी कोई क्रेडिट नहीं।',
  },
  tariffHint: {
    en: 'The name of a published tariff, such as standard. Left empty, it stays.',
    hi: 'प्रकाशित शुल्क-दर का नाम, जैसे standard। खाली छोड़ने पर वही रहेगी।',
  },
  release: { en: 'Release expired holds', hi: 'समय-पार रोकी राशि छोड़ें' },
  releaseAbout: {
    en: 'What was set aside for longer than agreed becomes available again, as it does by itself at night.',
    hi: 'तय समय से ज़्यादा अलग रखी राशि फिर उपलब्ध होगी, जैसा रात में अपने आप होता है।',
  },
  released: { en: 'Holds released: {count}', hi: 'छोड़ी गई मदें: {count}' },
  statement: { en: 'Statement', hi: 'स्टेटमेंट' },
  nothingBooked: { en: 'Nothing was booked yet.', hi: 'अभी कोई लेन-देन नहीं है।' },
  number: { en: 'No.', hi: 'क्रम' },
  step: { en: 'Next', hi: 'आगे' },
  refund: { en: 'Give back', hi: 'लौटाएँ' },
  refundHint: {
    en: 'Left empty, all that is left of the fee. A credit note follows.',
    hi: 'खाली छोड़ने पर शुल्क का बचा पूरा हिस्सा। क्रेडिट नोट बनेगा।',
  },
  statementFile: { en: 'Statement as a file', hi: 'स्टेटमेंट फ़ाइल' },
  invoices: { en: 'Invoices', hi: 'बिल' },
  noInvoices: { en: 'There are no invoices yet.', hi: 'अभी कोई बिल नहीं है।' },
} as const;
