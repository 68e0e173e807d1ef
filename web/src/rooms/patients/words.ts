// What the pages of patients say.

export const words = {
  patients: { en: 'Patients', hi: 'मरीज़' },
  empty: {
    en: 'No patients yet. Add the first one; then record the consent and ask for a scan.',
    hi: 'अभी कोई मरीज़ नहीं। पहला मरीज़ जोड़ें; फिर सहमति दर्ज करके स्कैन माँगें।',
  },
  add: { en: 'Add a patient', hi: 'मरीज़ जोड़ें' },
  reference: { en: 'Reference', hi: 'संदर्भ' },
  name: { en: 'Name', hi: 'नाम' },
  added: { en: 'Added', hi: 'जोड़ा गया' },
} as const;
