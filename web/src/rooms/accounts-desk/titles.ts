// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  account: { en: 'Account', hi: 'खाता' },
  accounts: { en: 'Accounts', hi: 'खाते' },
  approvals: { en: 'Approvals', hi: 'मंज़ूरियाँ' },
  organisation: { en: 'Clinic or lab', hi: 'क्लिनिक या लैब' },
} as const;
