// What the pages of the audit say.

import { titles } from './titles';

export const words = {
  ...titles,
  about: {
    en: 'Who did what, and when. Nothing here can be changed or taken away.',
    hi: 'किसने क्या किया और कब। यहाँ कुछ भी बदला या हटाया नहीं जा सकता।',
  },
  all: { en: 'All acts', hi: 'सभी काम' },
  empty: {
    en: 'Nothing of this kind is on record. Look at all acts instead.',
    hi: 'ऐसा कुछ दर्ज नहीं है। सभी काम देखें।',
  },
  emptySubject: { en: 'Nothing is on record about this yet.', hi: 'इस बारे में अभी कुछ दर्ज नहीं है।' },
  when: { en: 'When', hi: 'कब' },
  who: { en: 'Who', hi: 'किसने' },
  act: { en: 'Act', hi: 'काम' },
  what: { en: 'On what', hi: 'किस पर' },
  refs: { en: 'Details', hi: 'विवरण' },
  system: { en: 'Scanner itself', hi: 'Scanner ने खुद' },
  nobody: { en: 'An account that was erased', hi: 'मिटाया गया खाता' },
  action: { en: 'Act, such as scans.assign_operator', hi: 'काम, जैसे scans.assign_operator' },
  show: { en: 'Show', hi: 'दिखाएँ' },
} as const;
