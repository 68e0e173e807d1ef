// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  wallet: { en: 'Wallet', hi: 'वॉलेट' },
  invoices: { en: 'Invoices', hi: 'बिल' },
  invoice: { en: 'Invoice', hi: 'बिल' },
  billing: { en: 'Billing details', hi: 'बिलिंग का ब्योरा' },
} as const;
