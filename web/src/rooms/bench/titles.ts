// The titles of a lab's pages of orders.

export const titles = {
  bench: { en: 'Work to do', hi: 'करने का काम' },
  orders: { en: 'All orders', hi: 'सभी ऑर्डर' },
  order: { en: 'Order', hi: 'ऑर्डर' },
} as const;
