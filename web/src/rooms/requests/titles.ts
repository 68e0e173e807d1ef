// The titles of this room's pages: the navigation has them before any page is loaded.

export const titles = {
  requests: { en: 'Requests about patients’ data', hi: 'मरीज़ों के डेटा से जुड़े अनुरोध' },
  request: { en: 'Request about data', hi: 'डेटा से जुड़ा अनुरोध' },
} as const;
