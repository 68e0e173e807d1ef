// What the page of legal holds says.

import { titles } from '../titles';
import { words as shared } from '../words';

export const words = {
  ...shared,
  ...titles,
  about: {
    en: 'While a hold is active nothing of that person or organisation is erased. One admin sets it; letting go takes two: one asks, another one confirms.',
    hi: 'रोक चालू रहने तक उस व्यक्ति या संस्था का कुछ भी नहीं मिटता। एक एडमिन रोक लगाता है; हटाने के लिए दो चाहिए: एक अनुरोध करता है, दूसरा पुष्टि।',
  },
  set: { en: 'Set a legal hold', hi: 'कानूनी रोक लगाएँ' },
  setAbout: {
    en: 'It holds at once, also against an erasure that was asked for before.',
    hi: 'यह तुरंत लागू होती है, पहले माँगे गए मिटाने पर भी।',
  },
  caseNumber: {
    en: 'As the authority or the lawyer writes it, in capital letters: no names.',
    hi: 'जैसा प्राधिकारी या वकील लिखते हैं, बड़े अक्षरों में: कोई नाम नहीं।',
  },
  none: {
    en: 'There are no holds in this state. Choose another one.',
    hi: 'इस स्थिति में कोई रोक नहीं है। दूसरी चुनें।',
  },
  ground: { en: 'Legal ground', hi: 'कानूनी आधार' },
  number: { en: 'Case number', hi: 'मामले का नंबर' },
  setBy: { en: 'Set by', hi: 'रोक लगाई' },
  setAt: { en: 'Set on', hi: 'कब लगाई' },
  askedBy: { en: 'Release asked for by', hi: 'हटाने का अनुरोध किया' },
  askedAt: { en: 'Asked on', hi: 'अनुरोध कब' },
  releasedBy: { en: 'Release confirmed by', hi: 'पुष्टि की' },
  releasedAt: { en: 'Released on', hi: 'कब हटाई' },
  askAbout: {
    en: 'It goes on holding until another admin confirms.',
    hi: 'दूसरे एडमिन की पुष्टि तक रोक बनी रहेगी।',
  },
  confirmAbout: {
    en: 'From now on their data can be erased again, and what is due for deletion goes.',
    hi: 'अब से उनका डेटा फिर मिटाया जा सकेगा, और जिसका समय हो चुका है वह हट जाएगा।',
  },
  keepAbout: {
    en: 'The request to let go of it is taken back: it holds on.',
    hi: 'रोक हटाने का अनुरोध वापस लिया जाएगा: रोक बनी रहेगी।',
  },
  own: {
    en: 'You asked for this release: another admin has to confirm it.',
    hi: 'यह अनुरोध आपने किया है: पुष्टि दूसरे एडमिन को करनी होगी।',
  },
} as const;
