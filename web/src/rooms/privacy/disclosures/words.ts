// What the page of authorities' demands says.

import { titles } from '../titles';
import { words as shared } from '../words';

export const words = {
  ...shared,
  ...titles,
  about: {
    en: 'What an authority asks for by law. One admin enters the demand and another one decides. What it may have is built into an archive of exactly what the demand names, and what was handed over is noted.',
    hi: 'जो कोई प्राधिकारी क़ानून के अनुसार माँगता है। एक एडमिन माँग दर्ज करता है और दूसरा फ़ैसला करता है। जो दिया जा सकता है उसका आर्काइव बनता है, ठीक उतना जितना माँग में है, और जो सौंपा गया वह दर्ज होता है।',
  },
  enter: { en: 'Enter a demand', hi: 'माँग दर्ज करें' },
  enterAbout: {
    en: 'You cannot decide on a demand that you enter yourself.',
    hi: 'जो माँग आप ख़ुद दर्ज करते हैं उस पर आप फ़ैसला नहीं कर सकते।',
  },
  authorityHint: {
    en: 'The office, such as a court or a police station, not a person.',
    hi: 'कार्यालय, जैसे अदालत या थाना, कोई व्यक्ति नहीं।',
  },
  secrecyHint: {
    en: 'Only where a law forbids to tell those concerned. Otherwise their own copies tell them.',
    hi: 'केवल तब जब क़ानून संबंधित लोगों को बताने से रोकता हो। नहीं तो उनकी प्रतियों में यह दिखेगा।',
  },
  none: {
    en: 'There are no demands in this state. Choose another one.',
    hi: 'इस स्थिति में कोई माँग नहीं है। दूसरी चुनें।',
  },
  authority: { en: 'Authority', hi: 'प्राधिकारी' },
  number: { en: 'File number', hi: 'फ़ाइल नंबर' },
  ground: { en: 'Legal ground', hi: 'कानूनी आधार' },
  secrecy: { en: 'Those concerned are not told', hi: 'संबंधित लोगों को नहीं बताया जाता' },
  enteredBy: { en: 'Entered by', hi: 'दर्ज किया' },
  enteredAt: { en: 'Entered on', hi: 'कब दर्ज' },
  decidedBy: { en: 'Decided by', hi: 'फ़ैसला किया' },
  decidedAt: { en: 'Decided on', hi: 'फ़ैसला कब' },
  archive: { en: 'Archive kept until', hi: 'आर्काइव कब तक रहेगा' },
  fetched: { en: 'Links given out', hi: 'दिए गए लिंक' },
  disclosedBy: { en: 'Handed over, noted by', hi: 'सौंपना दर्ज किया' },
  disclosedAt: { en: 'Noted on', hi: 'कब दर्ज' },
  digest: { en: 'SHA-256 of the file', hi: 'फ़ाइल का SHA-256' },
  own: {
    en: 'You entered this demand: another admin has to decide on it.',
    hi: 'यह माँग आपने दर्ज की है: फ़ैसला दूसरे एडमिन को करना होगा।',
  },
  approveAbout: {
    en: 'Check the demand against the paper: authority, number, ground, and whose data. From then on the archive can be built and fetched.',
    hi: 'माँग को काग़ज़ से मिलाएँ: प्राधिकारी, नंबर, आधार और किसका डेटा। इसके बाद आर्काइव बनाया और लिया जा सकता है।',
  },
  refuseAbout: {
    en: 'Nothing is handed over. An archive that was built is taken away.',
    hi: 'कुछ नहीं सौंपा जाएगा। बना हुआ आर्काइव हटा दिया जाएगा।',
  },
  buildAbout: {
    en: 'It takes some minutes. Show the demands again to see the archive.',
    hi: 'इसमें कुछ मिनट लगते हैं। आर्काइव देखने के लिए माँगें फिर दिखाएँ।',
  },
  fetch: { en: 'Download the archive', hi: 'आर्काइव डाउनलोड करें' },
  discloseAbout: {
    en: 'Choose the very file that was handed over. It is read on this device alone, for its SHA-256.',
    hi: 'वही फ़ाइल चुनें जो सौंपी गई। वह केवल इस डिवाइस पर पढ़ी जाती है, SHA-256 के लिए।',
  },
  file: { en: 'The file that was handed over', hi: 'सौंपी गई फ़ाइल' },
  unreadable: {
    en: 'The file cannot be read. Choose it again.',
    hi: 'फ़ाइल पढ़ी नहीं जा सकी। फिर चुनें।',
  },
} as const;
