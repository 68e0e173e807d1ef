// The titles of the pages of cases.

export const titles = {
  cases: { en: 'Cases', hi: 'केस' },
  case: { en: 'Case', hi: 'केस' },
} as const;
