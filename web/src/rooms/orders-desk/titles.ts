// What the navigation says of these pages: apart, for it is needed before a page is opened.

export const titles = {
  order: { en: 'Order', hi: 'ऑर्डर' },
  orders: { en: 'Orders', hi: 'ऑर्डर' },
} as const;
