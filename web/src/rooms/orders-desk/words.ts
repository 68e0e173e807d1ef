// What admins read about orders.

import { titles } from './titles';

export const words = {
  ...titles,
  about: {
    en: 'Orders are between a clinic and a lab. Look at one when somebody asked you to: what you see goes on record.',
    hi: 'ऑर्डर क्लिनिक और लैब के बीच होते हैं। किसी के कहने पर ही देखें: आप जो देखेंगे वह दर्ज होगा।',
  },
  number: { en: 'Number of the order', hi: 'ऑर्डर नंबर' },
  numberHint: {
    en: 'It stands on the order, on its receipt and in the ticket.',
    hi: 'यह ऑर्डर, उसकी रसीद और टिकट पर होता है।',
  },
  wrongNumber: {
    en: 'This is not the number of an order: 20 letters and digits.',
    hi: 'यह ऑर्डर नंबर नहीं है: 20 अक्षर और अंक।',
  },
  open: { en: 'Open', hi: 'खोलें' },
  lately: { en: 'Placed lately', hi: 'हाल में दिए गए' },
  lost: { en: 'Reported as lost lately', hi: 'हाल में खोए बताए गए' },
  none: { en: 'None yet.', hi: 'अभी कोई नहीं।' },
  when: { en: 'When', hi: 'कब' },
  who: { en: 'By', hi: 'किसने' },
  purpose: { en: 'For what do you look?', hi: 'आप क्यों देख रहे हैं?' },
  purposeAbout: {
    en: 'The receipt shows what was ordered, sent, asked and answered. That you looked, and for what, goes on record.',
    hi: 'रसीद में दिखता है क्या ऑर्डर, भेजा, पूछा और बताया गया। आपका देखना और कारण दर्ज होगा।',
  },
  show: { en: 'Show the receipt', hi: 'रसीद दिखाएँ' },
  steps: { en: 'Steps that you may take', hi: 'आप जो कदम ले सकते हैं' },
  noSteps: { en: 'Nothing is to be done by admins now.', hi: 'एडमिन को अभी कुछ नहीं करना है।' },
  stepAbout: {
    en: 'You do this in place of the clinic or the lab. Both are told.',
    hi: 'आप यह क्लिनिक या लैब की जगह कर रहे हैं। दोनों को बताया जाएगा।',
  },
  deliverAbout: {
    en: 'The clinic has the work. It is paid for with the first delivery. Both sides are told.',
    hi: 'क्लिनिक को काम मिल गया। पहली डिलीवरी पर भुगतान होता है। दोनों पक्षों को बताया जाएगा।',
  },
  cancelAbout: {
    en: 'The order ends. What was set aside goes back to the clinic. What was paid goes back where the lab or the carrier is the reason; otherwise only if you refund it.',
    hi: 'ऑर्डर समाप्त होगा। अलग रखी राशि क्लिनिक को लौटेगी। भुगतान हो चुका हो तो वह लैब या कूरियर के कारण पर लौटेगा; वरना तभी जब आप रिफ़ंड करें।',
  },
  fetched: { en: 'What the lab fetched', hi: 'लैब ने क्या लिया' },
  nothingFetched: {
    en: 'The lab has fetched nothing of it yet.',
    hi: 'लैब ने इसमें से अभी कुछ नहीं लिया।',
  },
  file: { en: 'File', hi: 'फ़ाइल' },
  trail: { en: 'What was done', hi: 'क्या किया गया' },
} as const;
