// What the pages of a lab's orders say.

import type { Text } from '../../core/words';
import { titles } from './titles';

export const words = {
  ...titles,
  answer: { en: 'Waiting for your answer', hi: 'आपके जवाब के इंतज़ार में' },
  noAnswer: { en: 'No order waits for your answer.', hi: 'कोई ऑर्डर आपके जवाब के इंतज़ार में नहीं है।' },
  remakes: { en: 'To be made anew', hi: 'दोबारा बनाने के लिए' },
  lost: { en: 'Lost parcels', hi: 'खोए हुए पार्सल' },
  due: { en: 'To be made, by promised day', hi: 'बनाने का काम, वादे की तारीख से' },
  noDue: {
    en: 'Nothing is to be made now. Orders that you accept stand here, by the day promised.',
    hi: 'अभी कुछ बनाना बाक़ी नहीं। आप जो ऑर्डर स्वीकार करेंगे, वे यहाँ वादे की तारीख से दिखेंगे।',
  },
  notOpen: {
    en: 'Clinics cannot order from you yet: say what you are and what you make.',
    hi: 'क्लिनिक अभी आपको ऑर्डर नहीं दे सकते: बताएँ कि आप कौन हैं और क्या बनाते हैं।',
  },
  toProfile: { en: 'Open the lab’s profile', hi: 'लैब की प्रोफ़ाइल खोलें' },
  show: { en: 'Which orders', hi: 'कौन से ऑर्डर' },
  lists: {
    open: { en: 'Under way', hi: 'चल रहे' },
    due: { en: 'To be made, by promised day', hi: 'बनाने का काम, वादे की तारीख से' },
    late: { en: 'Late', hi: 'देर हो चुकी' },
    all: { en: 'All', hi: 'सभी' },
    state: { en: 'By state', hi: 'स्थिति से' },
  },
  empty: {
    open: { en: 'No order is under way.', hi: 'कोई ऑर्डर नहीं चल रहा।' },
    due: { en: 'Nothing is to be made now.', hi: 'अभी कुछ बनाना बाक़ी नहीं।' },
    late: { en: 'Nothing is late.', hi: 'कोई ऑर्डर देर से नहीं है।' },
    all: {
      en: 'No order yet. Clinics find you once your catalogue says what you make.',
      hi: 'अभी कोई ऑर्डर नहीं। कैटलॉग में आपका काम दिखने पर क्लिनिक आपको ढूँढ पाएँगे।',
    },
    state: { en: 'No order is in this state.', hi: 'इस स्थिति में कोई ऑर्डर नहीं है।' },
  },
  clinic: { en: 'Clinic', hi: 'क्लिनिक' },
  patient: { en: 'Patient', hi: 'मरीज़' },
  delivery: { en: 'Delivery and price', hi: 'डिलीवरी और क़ीमत' },
  work: { en: 'Work', hi: 'काम' },
  state: { en: 'State', hi: 'स्थिति' },
  promised: { en: 'Promised', hi: 'वादा' },
  amount: { en: 'Price', hi: 'क़ीमत' },

  name: { en: 'Name, as the clinic shares it', hi: 'नाम, जो क्लिनिक ने दिया' },
  address: { en: 'Send it to', hi: 'भेजने का पता' },
  addressOf: {
    en: '{name}, {address}, {city} {pincode}',
    hi: '{name}, {address}, {city} {pincode}',
  },
  placedAt: { en: 'Ordered', hi: 'ऑर्डर का समय' },
  wanted: { en: 'Wanted by', hi: 'कब तक चाहिए' },
  turnaround: { en: 'Working days that it takes', hi: 'लगने वाले कार्य-दिवस' },
  firstPromised: { en: 'Promised at first', hi: 'पहला वादा' },
  since: { en: 'In this state since', hi: 'इस स्थिति में कब से' },
  carrier: { en: 'Sent with', hi: 'किससे भेजा' },
  tracking: { en: 'Tracking number', hi: 'ट्रैकिंग नंबर' },
  remade: { en: 'Remakes', hi: 'दोबारा बनाया' },
  settlement: { en: 'What became of the price', hi: 'राशि का क्या हुआ' },
  guardian: {
    en: 'The case waits for a guardian’s consent: do not go on until it is there.',
    hi: 'केस को अभिभावक की सहमति चाहिए: उसके आने तक आगे काम न करें।',
  },
  receipt: { en: 'Open the receipt', hi: 'रसीद खोलें' },
  ordered: { en: 'What is ordered', hi: 'क्या ऑर्डर हुआ है' },
  files: { en: 'Scans and photographs', hi: 'स्कैन और फ़ोटो' },
  recorded: {
    en: 'Each file that you open or save is on record for the clinic.',
    hi: 'आप जो भी फ़ाइल खोलते या सहेजते हैं, वह क्लिनिक के रिकॉर्ड में आता है।',
  },
  noLinks: {
    en: 'The files can be opened while you are making the work.',
    hi: 'फ़ाइलें तब तक खुलती हैं जब तक काम आपके यहाँ बन रहा है।',
  },
  pictures: { en: 'Show the pictures', hi: 'चित्र देखें' },
  picturesCome: { en: 'The pictures are being fetched …', hi: 'चित्र लाए जा रहे हैं …' },
  picture: { en: 'Picture: {file}', hi: 'चित्र: {file}' },
  wholePicture: { en: 'Open the picture', hi: 'चित्र खोलें' },
  bite: { en: 'The bite, measured', hi: 'बाइट, नापी हुई' },
  ended: { en: 'The links have expired: ask again.', hi: 'लिंक की अवधि समाप्त हुई: दोबारा माँगें।' },
  save: { en: 'Save the file', hi: 'फ़ाइल सहेजें' },
  messages: { en: 'Messages with the clinic', hi: 'क्लिनिक के साथ संदेश' },
  help: {
    en: 'If the clinic and you disagree, write to support: it sees the receipt.',
    hi: 'क्लिनिक से असहमति हो तो सपोर्ट को लिखें: उसे रसीद दिखती है।',
  },
  support: { en: 'Write to support', hi: 'सपोर्ट को लिखें' },
  history: { en: 'History', hi: 'अब तक क्या हुआ' },
} as const;

/** What comes next in each state, for the lab. */
export const next: Readonly<Record<string, Text>> = {
  placed: {
    en: 'Look at the work and the scans; then accept the order, or turn it down.',
    hi: 'काम और स्कैन देखें; फिर ऑर्डर स्वीकार करें या लौटाएँ।',
  },
  accepted: {
    en: 'You have promised it. Say so when you start.',
    hi: 'आपने इसका वादा किया है। काम शुरू करते समय बताएँ।',
  },
  in_production: {
    en: 'You are making it. Mark it as ready once it is made.',
    hi: 'आप इसे बना रहे हैं। बन जाने पर तैयार होने की सूचना दें।',
  },
  on_hold: {
    en: 'The work rests. Resume it as soon as you can; the clinic reads your messages.',
    hi: 'काम रुका है। हो सके तो जल्दी शुरू करें; क्लिनिक आपके संदेश पढ़ता है।',
  },
  rescan_requested: {
    en: 'The clinic was asked for new scans. You hear when they are there.',
    hi: 'क्लिनिक से नए स्कैन माँगे गए हैं। आने पर आपको सूचना मिलेगी।',
  },
  ready: {
    en: 'It is made. Say with whom it travels when you send it.',
    hi: 'काम तैयार है। भेजते समय बताएँ कि किससे भेजा।',
  },
  shipped: {
    en: 'It is on its way. You are paid when the clinic confirms the delivery.',
    hi: 'काम रास्ते में है। क्लिनिक के पहुँचने की पुष्टि करने पर आपको भुगतान मिलेगा।',
  },
  lost: {
    en: 'The parcel did not arrive. Make the work anew, or give the order back.',
    hi: 'पार्सल नहीं पहुँचा। काम दोबारा बनाएँ, या ऑर्डर वापस करें।',
  },
  delivered: {
    en: 'The clinic has it and tries it in.',
    hi: 'काम क्लिनिक के पास है और लगाकर देखा जा रहा है।',
  },
  remake_requested: {
    en: 'The clinic asks for a remake, at no price. Read its messages; then accept, or give the order back.',
    hi: 'क्लिनिक ने बिना पैसे दोबारा बनाने को कहा है। उसके संदेश पढ़ें; फिर स्वीकार करें या ऑर्डर वापस करें।',
  },
  completed: { en: 'This order is complete.', hi: 'यह ऑर्डर पूरा हो गया।' },
  rejected: { en: 'You do not make this order.', hi: 'आप यह ऑर्डर नहीं बना रहे।' },
  cancelled: { en: 'This order was called off.', hi: 'यह ऑर्डर रद्द हो गया।' },
};

/** What is said in the dialog of each step. */
export const about: Readonly<Record<string, Text>> = {
  accept: {
    en: 'The day promised is counted from now by your catalogue and your days off; you can correct it afterwards.',
    hi: 'वादे की तारीख अभी से आपके कैटलॉग और छुट्टियों के अनुसार गिनी जाएगी; बाद में सुधार सकते हैं।',
  },
  reject: {
    en: 'The order ends, and the clinic has its money back.',
    hi: 'ऑर्डर समाप्त होगा, और क्लिनिक की राशि लौट जाएगी।',
  },
  give_back: {
    en: 'The order ends, and the clinic has its money back. If you were paid already, it is taken from your wallet.',
    hi: 'ऑर्डर समाप्त होगा, और क्लिनिक की राशि लौट जाएगी। भुगतान मिल चुका हो तो वह आपके वॉलेट से लिया जाएगा।',
  },
  start: {
    en: 'You begin to make the work. From now on the clinic cannot call it off.',
    hi: 'आप काम बनाना शुरू करते हैं। अब क्लिनिक इसे रद्द नहीं कर सकता।',
  },
  put_on_hold: {
    en: 'The clinic is told that the work rests, and why. Write what you ask in a message.',
    hi: 'क्लिनिक को बताया जाएगा कि काम रुका है और क्यों। जो पूछना हो, संदेश में लिखें।',
  },
  resume: { en: 'You go on with the work.', hi: 'आप काम जारी रखते हैं।' },
  request_rescan: {
    en: 'The clinic is asked for new scans. Write in a message which place it is about; a picture helps.',
    hi: 'क्लिनिक से नए स्कैन माँगे जाएँगे। संदेश में लिखें कि कौन सी जगह; चित्र से मदद मिलती है।',
  },
  finish: { en: 'The work is made and will be sent.', hi: 'काम बन गया है और भेजा जाएगा।' },
  ship: {
    en: 'The work has left the lab, for the clinic’s address on this page.',
    hi: 'काम लैब से निकल चुका है, इस पेज पर दिए क्लिनिक के पते के लिए।',
  },
  report_lost: {
    en: 'The parcel will not arrive. The clinic is told; you then make the work anew, or give the order back.',
    hi: 'पार्सल नहीं पहुँचेगा। क्लिनिक को बताया जाएगा; फिर काम दोबारा बनाएँ या ऑर्डर वापस करें।',
  },
  amend: {
    en: 'The clinic is told what is right now.',
    hi: 'क्लिनिक को बताया जाएगा कि अब क्या सही है।',
  },
};

/** What the step of correcting is called, by what it corrects. */
export const amendments = {
  day: { en: 'Correct the promised day', hi: 'वादे की तारीख सुधारें' },
  shipment: { en: 'Correct the shipment', hi: 'शिपमेंट सुधारें' },
} as const;
