// What the buttons of a statement say.

export const words = {
  pdf: { en: 'Save as PDF', hi: 'PDF में सेव करें' },
  csv: { en: 'Save as CSV', hi: 'CSV में सेव करें' },
} as const;
