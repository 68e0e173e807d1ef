// What the pages of orders say.

import { titles } from './titles';

export const words = {
  ...titles,
  show: { en: 'Which orders', hi: 'कौन से ऑर्डर' },
  lists: {
    open: { en: 'Under way', hi: 'चल रहे' },
    due: { en: 'By promised day', hi: 'वादे की तारीख से' },
    late: { en: 'Late', hi: 'देर हो चुकी' },
    all: { en: 'All', hi: 'सभी' },
    state: { en: 'By state', hi: 'स्थिति से' },
  },
  empty: {
    open: {
      en: 'No order is under way. Open a case and order work from there.',
      hi: 'कोई ऑर्डर नहीं चल रहा। किसी केस को खोलकर वहाँ से ऑर्डर दें।',
    },
    due: {
      en: 'No lab has promised a day yet. Orders that were placed are under way.',
      hi: 'अभी किसी लैब ने तारीख नहीं दी है। दिए गए ऑर्डर “चल रहे” में हैं।',
    },
    late: { en: 'Nothing is late.', hi: 'कोई ऑर्डर देर से नहीं है।' },
    all: {
      en: 'No order yet. Open a case whose scans are there, and order work from it.',
      hi: 'अभी कोई ऑर्डर नहीं। ऐसा केस खोलें जिसके स्कैन आ चुके हैं, और वहाँ से ऑर्डर दें।',
    },
    state: { en: 'No order is in this state.', hi: 'इस स्थिति में कोई ऑर्डर नहीं है।' },
  },
  toCases: { en: 'Go to the cases', hi: 'केस देखें' },
  patient: { en: 'Patient', hi: 'मरीज़' },
  work: { en: 'Work', hi: 'काम' },
  lab: { en: 'Lab', hi: 'लैब' },
  state: { en: 'State', hi: 'स्थिति' },
  due: { en: 'Promised', hi: 'वादा' },
  amount: { en: 'Price', hi: 'क़ीमत' },
  late: { en: 'Late', hi: 'देर' },
  wantedBy: { en: 'wanted by {day}', hi: '{day} तक चाहिए' },
  workAt: { en: '{work}: {where}', hi: '{work}: {where}' },
  unit: { en: '{tooth} {part}', hi: '{tooth} {part}' },
  price: { en: '{count} × {unit} = {sum}', hi: '{count} × {unit} = {sum}' },
  onChart: { en: 'Show on the tooth chart', hi: 'दाँतों के चार्ट पर देखें' },

  titleOf: { en: 'Order for {reference}', hi: '{reference} के लिए ऑर्डर' },
  toCase: { en: 'The case', hi: 'केस' },
  case: { en: 'Case', hi: 'केस' },
  name: { en: 'Name, as the lab has it', hi: 'नाम, जो लैब को दिया गया' },
  placedAt: { en: 'Ordered', hi: 'ऑर्डर का समय' },
  wanted: { en: 'Wanted by', hi: 'कब तक चाहिए' },
  promised: { en: 'Promised for', hi: 'लैब का वादा' },
  carrier: { en: 'Sent with', hi: 'किससे भेजा' },
  tracking: { en: 'Tracking number', hi: 'ट्रैकिंग नंबर' },
  remakes: { en: 'Remakes', hi: 'दोबारा बनवाया' },
  settlement: { en: 'What became of the price', hi: 'राशि का क्या हुआ' },
  since: { en: 'In this state since', hi: 'इस स्थिति में कब से' },
  reasonIs: { en: 'Reason: {reason}', hi: 'कारण: {reason}' },
  orderAgain: { en: 'Order work for this case', hi: 'इस केस के लिए काम का ऑर्डर दें' },
  toReceipt: { en: 'Open the receipt', hi: 'रसीद खोलें' },
  guardian: {
    en: 'The case waits for a guardian’s consent: until then the lab does not go on.',
    hi: 'केस को अभिभावक की सहमति चाहिए: तब तक लैब आगे काम नहीं करेगी।',
  },
  ordered: { en: 'What was ordered', hi: 'क्या ऑर्डर हुआ' },
  sentFiles: { en: 'What the lab has', hi: 'लैब के पास क्या है' },
  findings: { en: 'Found in the scans when they were sent', hi: 'भेजते समय स्कैन में मिला' },
  signedOff: { en: 'The clinic signed this off', hi: 'क्लिनिक ने पुष्टि की' },
  promisedDay: { en: 'Promised for {day}', hi: 'वादा: {day}' },
  history: { en: 'History', hi: 'अब तक क्या हुआ' },
  noHistory: { en: 'Nothing has happened yet.', hi: 'अभी कुछ नहीं हुआ।' },
  fetched: { en: 'What the lab fetched', hi: 'लैब ने क्या डाउनलोड किया' },
  notFetched: { en: 'The lab has fetched nothing yet.', hi: 'लैब ने अभी कुछ डाउनलोड नहीं किया।' },
  otherFile: { en: 'An earlier file or an attachment', hi: 'पहले की फ़ाइल या संलग्न फ़ाइल' },
  fetchedAt: { en: '{file}: {moment}', hi: '{file}: {moment}' },
  messages: { en: 'Messages with the lab', hi: 'लैब से संदेश' },
  noMessages: {
    en: 'No message yet. Ask here what you want to know.',
    hi: 'अभी कोई संदेश नहीं। जो पूछना हो यहाँ लिखें।',
  },
  messageHint: {
    en: 'Name no patient: the reference is on the order.',
    hi: 'मरीज़ का नाम न लिखें: संदर्भ ऑर्डर पर है।',
  },
  help: {
    en: 'If the lab and you disagree, write to support: it sees the receipt.',
    hi: 'लैब से असहमति हो तो सपोर्ट को लिखें: उसे रसीद दिखती है।',
  },
  support: { en: 'Write to support', hi: 'सपोर्ट को लिखें' },

  scan: { en: '{jaw}, version {version}', hi: '{jaw}, संस्करण {version}' },
  photograph: { en: 'Photograph', hi: 'फ़ोटो' },
  noFiles: {
    en: 'The case has no scans yet. Upload them in the case, or ask for a visit.',
    hi: 'केस में अभी स्कैन नहीं हैं। केस में अपलोड करें, या विज़िट माँगें।',
  },
  filesToSend: { en: 'What goes to the lab', hi: 'लैब को क्या जाएगा' },
  filedOn: { en: 'of {day}', hi: '{day} का' },
  known: { en: 'of {day}; the lab has it already', hi: '{day} का; लैब के पास पहले से है' },
  warning: { en: 'Warning', hi: 'चेतावनी' },
  note: { en: 'Note', hi: 'सूचना' },
  signOff: {
    en: 'I have looked at this: send it all the same',
    hi: 'मैंने देख लिया है: फिर भी भेजें',
  },
  filedElsewhere: { en: 'Filed under {reference}, too', hi: '{reference} के नाम पर भी रखा है' },
  showPicture: { en: 'Show the picture', hi: 'चित्र देखें' },
  picture: { en: 'Where it was found', hi: 'कहाँ मिला' },
  pictureComes: { en: 'The picture is being fetched …', hi: 'चित्र लाया जा रहा है …' },
  noPicture: { en: 'There is no picture any more.', hi: 'चित्र अब उपलब्ध नहीं है।' },
  close: { en: 'Close', hi: 'बंद करें' },

  rescan: { en: 'New scans for the lab', hi: 'लैब के लिए नए स्कैन' },
  rescanHow: {
    en: 'Upload the new scans in the case or ask for a visit there; then send them here.',
    hi: 'नए स्कैन केस में अपलोड करें या वहाँ विज़िट माँगें; फिर यहाँ से भेजें।',
  },
  openCase: { en: 'Open the case', hi: 'केस खोलें' },
  noneNew: {
    en: 'The case has no newer scan than the lab has already.',
    hi: 'केस में लैब वाले स्कैन से नया कोई स्कैन नहीं है।',
  },
  sendSame: { en: 'Send these scans all the same', hi: 'फिर भी यही स्कैन भेजें' },
  filesFirst: { en: 'Choose the scans to send.', hi: 'भेजने के लिए स्कैन चुनें।' },
  signFirst: {
    en: 'Look at each warning, and tick it if you want to send the scans all the same.',
    hi: 'हर चेतावनी देखें, और फिर भी भेजना हो तो उस पर निशान लगाएँ।',
  },
  checking: { en: 'The scans are being checked …', hi: 'स्कैन जाँचे जा रहे हैं …' },
  comparing: {
    en: 'The scans are being checked and compared. This takes a few seconds; the page goes on by itself.',
    hi: 'स्कैन की जाँच और तुलना हो रही है। इसमें कुछ सेकंड लगते हैं; पेज अपने आप आगे बढ़ेगा।',
  },
  comparingLong: {
    en: 'The check takes longer than usual. You can wait, or order without it: the lab then gets no warning about what it would find.',
    hi: 'जाँच में सामान्य से ज़्यादा समय लग रहा है। आप रुक सकते हैं, या इसके बिना ऑर्डर दे सकते हैं: तब जाँच में जो मिलता, उसकी चेतावनी लैब को नहीं मिलेगी।',
  },
  goOn: { en: 'Order without the check', hi: 'जाँच के बिना ऑर्डर दें' },
  compareFirst: {
    en: 'Wait until the scans are checked and compared.',
    hi: 'स्कैन की जाँच और तुलना होने तक रुकें।',
  },
  cancelAbout: {
    en: 'The order is called off, and the price that was set aside goes back to your wallet.',
    hi: 'ऑर्डर रद्द होगा, और अलग रखी गई राशि आपके वॉलेट में लौटेगी।',
  },
  deliverAbout: {
    en: 'The work has arrived at your clinic. With this the lab is paid.',
    hi: 'काम आपके क्लिनिक पहुँच गया है। इससे लैब को भुगतान होता है।',
  },
  deliverAgainAbout: {
    en: 'The work has arrived at your clinic.',
    hi: 'काम आपके क्लिनिक पहुँच गया है।',
  },
  completeAbout: {
    en: 'The work is right. After this no remake can be asked for.',
    hi: 'काम ठीक है। इसके बाद दोबारा बनाने का अनुरोध नहीं हो सकेगा।',
  },
  remakeAbout: {
    en: 'The lab makes the work anew at no price. Say in a message what is wrong; photographs help.',
    hi: 'लैब बिना पैसे लिए काम दोबारा बनाएगी। संदेश में लिखें कि क्या ग़लत है; फ़ोटो से मदद मिलती है।',
  },
  lostAbout: {
    en: 'The lab is asked to find the parcel, make the work anew, or give the order back.',
    hi: 'लैब से पार्सल खोजने, काम दोबारा बनाने या ऑर्डर वापस करने को कहा जाएगा।',
  },
} as const;

/** What comes next in each state, for the clinic. */
export const next: Readonly<Record<string, { en: string; hi: string }>> = {
  placed: {
    en: 'The lab has not answered yet.',
    hi: 'लैब ने अभी जवाब नहीं दिया है।',
  },
  accepted: {
    en: 'The lab has accepted the order and will begin.',
    hi: 'लैब ने ऑर्डर स्वीकार किया है और काम शुरू करेगी।',
  },
  in_production: { en: 'The lab is making it.', hi: 'लैब इसे बना रही है।' },
  on_hold: {
    en: 'The lab waits. Look whether it asks something in the messages.',
    hi: 'लैब ने काम रोका है। संदेशों में देखें कि वह कुछ पूछ रही है या नहीं।',
  },
  rescan_requested: {
    en: 'The lab cannot go on without new scans.',
    hi: 'नए स्कैन के बिना लैब आगे काम नहीं कर सकती।',
  },
  ready: { en: 'It is made; the lab will send it.', hi: 'काम तैयार है; लैब इसे भेजेगी।' },
  shipped: {
    en: 'It is on its way. Confirm the delivery once you have it.',
    hi: 'काम रास्ते में है। मिलने पर पहुँचने की पुष्टि करें।',
  },
  lost: {
    en: 'The parcel did not arrive. The lab answers: it makes the work anew, or gives the order back.',
    hi: 'पार्सल नहीं पहुँचा। लैब जवाब देगी: काम दोबारा बनाएगी, या ऑर्डर वापस करेगी।',
  },
  delivered: {
    en: 'You have it. Try it in: complete the order if it is right, or ask for a remake.',
    hi: 'काम आपको मिल गया। लगाकर देखें: ठीक हो तो ऑर्डर पूरा करें, नहीं तो दोबारा बनाने का अनुरोध करें।',
  },
  remake_requested: {
    en: 'You asked for a remake; the lab has not answered yet.',
    hi: 'आपने दोबारा बनाने का अनुरोध किया है; लैब ने अभी जवाब नहीं दिया।',
  },
  completed: { en: 'This order is complete.', hi: 'यह ऑर्डर पूरा हो गया।' },
  rejected: {
    en: 'The lab does not make it. Order from another lab, or change the order.',
    hi: 'लैब इसे नहीं बनाएगी। दूसरी लैब को ऑर्डर दें, या ऑर्डर बदलें।',
  },
  cancelled: { en: 'This order was called off.', hi: 'यह ऑर्डर रद्द हो गया।' },
};
