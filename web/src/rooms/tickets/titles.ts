// The titles of the pages of support.

export const titles = {
  support: { en: 'Support', hi: 'सपोर्ट' },
  ticket: { en: 'Ticket', hi: 'टिकट' },
  tickets: { en: 'Tickets', hi: 'टिकट' },
} as const;
