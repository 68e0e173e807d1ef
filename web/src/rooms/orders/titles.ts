// The titles of the pages of orders: the navigation needs them before any page is loaded.

export const titles = {
  orders: { en: 'Orders', hi: 'ऑर्डर' },
  order: { en: 'Order', hi: 'ऑर्डर' },
  receipt: { en: 'Receipt', hi: 'रसीद' },
  place: { en: 'Order work', hi: 'काम का ऑर्डर' },
} as const;
