// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  account: { en: 'Your account', hi: 'आपका खाता' },
} as const;
