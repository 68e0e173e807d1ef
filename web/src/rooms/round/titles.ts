// The titles of an operator's pages.

export const titles = {
  round: { en: 'My visits', hi: 'मेरी विज़िट' },
  visit: { en: 'Visit', hi: 'विज़िट' },
  days: { en: 'Other days', hi: 'दूसरे दिन' },
  area: { en: 'Where I work', hi: 'मैं कहाँ काम करता/करती हूँ' },
} as const;
