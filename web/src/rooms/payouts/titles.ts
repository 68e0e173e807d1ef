// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  payouts: { en: 'Payouts', hi: 'पेआउट' },
  payout: { en: 'Payout', hi: 'पेआउट' },
  withholding: { en: 'Taxes withheld', hi: 'काटे गए टैक्स' },
} as const;
