// What the pages of a lab's catalogue and profile say.

import type { Text } from '../../core/words';
import { titles } from './titles';

export const words = {
  ...titles,
  add: { en: 'Add a service', hi: 'सेवा जोड़ें' },
  edit: { en: 'Change', hi: 'बदलें' },
  editTitle: { en: 'Change the service', hi: 'सेवा बदलें' },
  withdraw: { en: 'Take out of the offer', hi: 'ऑफ़र से हटाएँ' },
  withdrawAbout: {
    en: '{name} cannot be ordered any more. Orders that name it go on.',
    hi: '{name} अब ऑर्डर नहीं हो सकेगी। जिन ऑर्डर में यह है, वे चलते रहेंगे।',
  },
  offer: { en: 'Offer it again', hi: 'फिर से ऑफ़र करें' },
  offerAbout: { en: 'Clinics can order {name} again.', hi: 'क्लिनिक फिर {name} ऑर्डर कर सकेंगे।' },
  none: {
    en: 'The catalogue is empty. Add what you make: clinics order from it.',
    hi: 'कैटलॉग ख़ाली है। आप जो बनाते हैं उसे जोड़ें: क्लिनिक यहीं से ऑर्डर देते हैं।',
  },
  profileFirst: {
    en: 'Save the lab’s profile first; then add what you make.',
    hi: 'पहले लैब की प्रोफ़ाइल सहेजें; फिर जो बनाते हैं उसे जोड़ें।',
  },
  notOwner: {
    en: 'An owner of the lab changes this. Ask one of them.',
    hi: 'इसे लैब के मालिक बदलते हैं। उनसे कहें।',
  },
  name: { en: 'Service', hi: 'सेवा' },
  materials: { en: 'Materials', hi: 'मटीरियल' },
  price: { en: 'Price', hi: 'क़ीमत' },
  turnaround: { en: 'Working days', hi: 'कार्य-दिवस' },
  offered: { en: 'Offered', hi: 'ऑफ़र में' },
  priceOf: { en: '{price} {per}', hi: '{price} {per}' },
  steps: { en: 'Steps', hi: 'बदलाव' },
  perHint: {
    en: 'What one price is for; each kind of work has its own.',
    hi: 'एक क़ीमत किसके लिए है; हर तरह के काम की अपनी इकाई होती है।',
  },
  turnaroundHint: {
    en: 'Days on which the lab works, from the day after you accept.',
    hi: 'लैब के काम के दिन, स्वीकार करने के अगले दिन से।',
  },
  priceHint: { en: 'Tax included.', hi: 'टैक्स सहित।' },
  materialsHint: { en: 'Clinics choose one of them.', hi: 'क्लिनिक इनमें से एक चुनते हैं।' },

  labName: { en: 'Lab', hi: 'लैब' },
  preview: { en: 'What clinics see', hi: 'क्लिनिक क्या देखते हैं' },
  about: { en: 'What the lab says of itself', hi: 'लैब अपने बारे में क्या कहती है' },
  city: { en: 'City', hi: 'शहर' },
  accepting: { en: 'Takes orders', hi: 'ऑर्डर लेती है' },
  yes: { en: 'Yes', hi: 'हाँ' },
  no: { en: 'No', hi: 'नहीं' },
  closedWeekdays: { en: 'Weekly days off', hi: 'साप्ताहिक छुट्टी' },
  closedDays: { en: 'Holidays', hi: 'छुट्टियाँ' },
  services: { en: 'Services', hi: 'सेवाएँ' },
  noProfile: {
    en: 'Clinics see nothing of the lab yet. Fill this in, and add what you make to the catalogue.',
    hi: 'क्लिनिक को अभी लैब नहीं दिखती। इसे भरें, और कैटलॉग में अपना काम जोड़ें।',
  },
  aboutHint: {
    en: 'A line or two for dentists: what you make, and how.',
    hi: 'डॉक्टरों के लिए एक-दो पंक्तियाँ: आप क्या बनाते हैं और कैसे।',
  },
  acceptingHint: {
    en: 'Orders that were placed go on in any case. The billing details have to be saved first.',
    hi: 'दिए जा चुके ऑर्डर हर हाल में चलते रहेंगे। पहले बिलिंग विवरण सहेजना ज़रूरी है।',
  },
  toBilling: { en: 'Open the billing details', hi: 'बिलिंग विवरण खोलें' },
  calendarHint: {
    en: 'Promised days are counted without these.',
    hi: 'वादे की तारीख इन दिनों को छोड़कर गिनी जाती है।',
  },
  change: { en: 'Change the profile', hi: 'प्रोफ़ाइल बदलें' },
  save: { en: 'Save the profile', hi: 'प्रोफ़ाइल सहेजें' },
  saved: { en: 'Saved. Clinics see it now.', hi: 'सहेज लिया। अब क्लिनिक इसे देख सकते हैं।' },
} as const;

/** The days of the week as the calendar counts them, from Monday. */
export const weekdays: readonly Text[] = [
  { en: 'Monday', hi: 'सोमवार' },
  { en: 'Tuesday', hi: 'मंगलवार' },
  { en: 'Wednesday', hi: 'बुधवार' },
  { en: 'Thursday', hi: 'गुरुवार' },
  { en: 'Friday', hi: 'शुक्रवार' },
  { en: 'Saturday', hi: 'शनिवार' },
  { en: 'Sunday', hi: 'रविवार' },
];
