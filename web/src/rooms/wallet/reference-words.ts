// What money was for, in words.

export const words = {
  visit: { en: 'Visit', hi: 'विज़िट' },
  order: { en: 'Order', hi: 'ऑर्डर' },
  payout: { en: 'Payout', hi: 'पेआउट' },
  payment: { en: 'Online payment', hi: 'ऑनलाइन भुगतान' },
  with: { en: '{what}, {more}', hi: '{what}, {more}' },
} as const;
