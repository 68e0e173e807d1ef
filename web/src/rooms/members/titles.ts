// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  organisation: { en: 'Clinic or lab', hi: 'क्लिनिक या लैब' },
} as const;
