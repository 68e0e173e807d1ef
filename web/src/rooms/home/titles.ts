// The title of the first page.

export const titles = {
  home: { en: 'Today', hi: 'आज' },
} as const;
