// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  patients: { en: 'Patients', hi: 'मरीज़' },
  patient: { en: 'Patient', hi: 'मरीज़' },
} as const;
