// The titles of the pages of visits.

export const titles = {
  visits: { en: 'Visits', hi: 'विज़िट' },
  visit: { en: 'Visit', hi: 'विज़िट' },
  request: { en: 'Request a visit', hi: 'विज़िट माँगें' },
} as const;
