// What is said while an order is written.

export const words = {
  title: { en: 'Order for {reference}', hi: '{reference} के लिए ऑर्डर' },
  toCase: { en: 'Back to the case', hi: 'केस पर वापस' },
  orderedBefore: {
    en: 'This case has orders already. Make sure that this is another one:',
    hi: 'इस केस के लिए पहले से ऑर्डर हैं। देख लें कि यह उनसे अलग है:',
  },
  lab: { en: 'Lab', hi: 'लैब' },
  toLab: { en: 'To which lab', hi: 'किस लैब को' },
  chooseLab: { en: 'Choose a lab', hi: 'लैब चुनें' },
  labOf: { en: '{name}, {city}', hi: '{name}, {city}' },
  noLab: {
    en: 'No lab takes orders at present. Try again later.',
    hi: 'अभी कोई लैब ऑर्डर नहीं ले रही। बाद में फिर देखें।',
  },
  work: { en: 'Work', hi: 'काम' },
  labForWork: {
    en: 'Choose a lab: its services are offered here.',
    hi: 'लैब चुनें: उसकी सेवाएँ यहाँ दिखेंगी।',
  },
  noService: {
    en: 'This lab offers nothing at present. Choose another one.',
    hi: 'इस लैब के पास अभी कोई सेवा नहीं है। दूसरी लैब चुनें।',
  },
  line: { en: 'Line {number}', hi: 'काम {number}' },
  addLine: { en: 'Add another line', hi: 'एक और काम जोड़ें' },
  removeLine: { en: 'Take this line out', hi: 'यह काम हटाएँ' },
  files: { en: 'Scans', hi: 'स्कैन' },
  toUpload: { en: 'Upload scans in the case', hi: 'केस में स्कैन अपलोड करें' },
  when: { en: 'Day and patient', hi: 'तारीख और मरीज़' },
  earliest: {
    en: 'The lab can have it ready by {day} at the earliest.',
    hi: 'लैब इसे सबसे जल्दी {day} तक तैयार कर सकती है।',
  },
  shareHint: {
    en: 'Without it the lab has the reference alone.',
    hi: 'इसके बिना लैब के पास केवल संदर्भ रहता है।',
  },
  check: { en: 'What the lab would ask', hi: 'लैब क्या पूछेगी' },
  checking: { en: 'The order is being checked …', hi: 'ऑर्डर जाँचा जा रहा है …' },
  checkLater: {
    en: 'Choose a lab and the work: the scans are checked for what you order.',
    hi: 'लैब और काम चुनें: ऑर्डर के हिसाब से स्कैन जाँचे जाएँगे।',
  },
  checkUnfilled: {
    en: 'Fill in the work first: the scans are checked for it.',
    hi: 'पहले काम पूरा भरें: स्कैन उसी के हिसाब से जाँचे जाते हैं।',
  },
  allWell: {
    en: 'Nothing was found that a lab would send the case back for.',
    hi: 'ऐसा कुछ नहीं मिला जिसके लिए लैब केस लौटाए।',
  },
  pay: { en: 'Price', hi: 'क़ीमत' },
  price: { en: 'Price, tax included', hi: 'क़ीमत, टैक्स सहित' },
  priceLater: { en: 'shown once the work is filled in', hi: 'काम भरने के बाद दिखेगी' },
  available: { en: 'In your wallet', hi: 'आपके वॉलेट में' },
  credit: { en: 'Credit', hi: 'क्रेडिट' },
  heldHint: {
    en: 'The price is set aside in your wallet, and paid once the work is delivered.',
    hi: 'क़ीमत आपके वॉलेट में अलग रखी जाती है, और काम पहुँचने पर चुकाई जाती है।',
  },
  topUp: { en: 'Top up in a new tab', hi: 'नए टैब में पैसा जोड़ें' },
  place: { en: 'Place the order', hi: 'ऑर्डर दें' },
  labFirst: { en: 'Choose a lab first.', hi: 'पहले लैब चुनें।' },
  linesFirst: {
    en: 'Choose a service and a material in each line.',
    hi: 'हर काम में सेवा और मटीरियल चुनें।',
  },
  filesFirst: {
    en: 'Choose at least one scan or photograph to send.',
    hi: 'भेजने के लिए कम से कम एक स्कैन या फ़ोटो चुनें।',
  },
  tooManyFiles: {
    en: 'Send 20 files at most: leave some out.',
    hi: 'ज़्यादा से ज़्यादा 20 फ़ाइलें भेजें: कुछ हटा दें।',
  },
  checkFirst: {
    en: 'The check has not answered yet. Wait a moment and press again.',
    hi: 'जाँच का जवाब अभी नहीं आया। थोड़ा रुककर दोबारा दबाएँ।',
  },
  signFirst: {
    en: 'Look at each warning above, and tick it if you want to send the scans all the same.',
    hi: 'ऊपर हर चेतावनी देखें, और फिर भी भेजना हो तो उस पर निशान लगाएँ।',
  },
  mendFirst: { en: 'Mend what is marked above.', hi: 'ऊपर जो चिह्नित है उसे ठीक करें।' },
} as const;
