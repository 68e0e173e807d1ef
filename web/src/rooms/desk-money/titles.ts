// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  wallets: { en: 'Wallets', hi: 'वॉलेट' },
  wallet: { en: 'Wallet', hi: 'वॉलेट' },
  payouts: { en: 'Payouts', hi: 'पेआउट' },
  payout: { en: 'Payout', hi: 'पेआउट' },
  prices: { en: 'Prices', hi: 'कीमतें' },
  books: { en: 'Books', hi: 'हिसाब' },
} as const;
