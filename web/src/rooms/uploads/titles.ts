// The title of the page of an upload.

export const titles = {
  title: { en: 'Upload', hi: 'अपलोड' },
} as const;
