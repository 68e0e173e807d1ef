// What admins read on the board of visits.

import { titles } from './titles';

export const words = {
  ...titles,
  unassigned: { en: 'Need an operator', hi: 'ऑपरेटर चाहिए' },
  noUnassigned: {
    en: 'Every visit has its operator. New requests appear here.',
    hi: 'हर विज़िट के लिए ऑपरेटर तय है। नए अनुरोध यहाँ दिखेंगे।',
  },
  onDay: { en: 'On {day}', hi: '{day} को' },
  day: { en: 'Day', hi: 'दिन' },
  before: { en: 'Day before', hi: 'पिछला दिन' },
  after: { en: 'Day after', hi: 'अगला दिन' },
  noneOnDay: {
    en: 'No visit under way begins on this day. Choose another day, or assign one above.',
    hi: 'इस दिन कोई चालू विज़िट शुरू नहीं होती। दूसरा दिन चुनें, या ऊपर कोई विज़िट तय करें।',
  },
  elsewhere: { en: 'On other days: {count}', hi: 'दूसरे दिनों में: {count}' },
  again: { en: 'Read again', hi: 'फिर पढ़ें' },
  chooseOperator: { en: 'Choose an operator', hi: 'ऑपरेटर चुनें' },
  open: { en: 'Open', hi: 'खोलें' },
  minor: {
    en: 'Waits for the consent of a guardian: nobody can be sent before.',
    hi: 'अभिभावक की सहमति का इंतज़ार: उससे पहले किसी को नहीं भेजा जा सकता।',
  },
  pastSlots: {
    en: 'All times that the clinic offered are over. Offer others.',
    hi: 'क्लिनिक के दिए सभी समय बीत चुके हैं। दूसरा समय दें।',
  },
  clinic: { en: 'Clinic', hi: 'क्लिनिक' },
  place: { en: 'Place', hi: 'जगह' },
  offered: { en: 'Times that suit the clinic', hi: 'क्लिनिक के लिए सही समय' },
  fixed: { en: 'Time', hi: 'समय' },
  requested: { en: 'Requested', hi: 'अनुरोध' },
  state: { en: 'State', hi: 'स्थिति' },
  operator: { en: 'Operator', hi: 'ऑपरेटर' },
  nobody: { en: 'Nobody yet', hi: 'अभी कोई नहीं' },
  whoIsFree: { en: 'Who is free', hi: 'कौन खाली है' },
  whoIsFreeAt: { en: 'Who is free at this time', hi: 'इस समय कौन खाली है' },
  slot: { en: 'Time to send somebody', hi: 'भेजने का समय' },
  noneFree: {
    en: 'Nobody nearby is free then. Try another time, or send another operator.',
    hi: 'उस समय पास में कोई खाली नहीं है। दूसरा समय देखें, या दूसरा ऑपरेटर भेजें।',
  },
  nearPincode: { en: 'In the same PIN code', hi: 'उसी पिन कोड में' },
  nearCity: { en: 'In the same city', hi: 'उसी शहर में' },
  nearDistrict: { en: 'In the same sorting district', hi: 'उसी डाक ज़िले में' },
  load: {
    en: 'Visits that day: {day}. In all: {all}.',
    hi: 'उस दिन की विज़िट: {day}। कुल: {all}।',
  },
  assign: { en: 'Send', hi: 'भेजें' },
  another: { en: 'Send another operator', hi: 'दूसरा ऑपरेटर भेजें' },
  unlisted: { en: 'Somebody who is not suggested', hi: 'जिनका सुझाव नहीं आया' },
  anotherHint: {
    en: 'It is refused where the operator has another visit then.',
    hi: 'उस समय ऑपरेटर की दूसरी विज़िट होने पर यह मना होगा।',
  },
  assigned: { en: 'The operator was told.', hi: 'ऑपरेटर को बता दिया गया।' },
  replaces: {
    en: 'Whoever is assigned now goes free. The scans that are there stay.',
    hi: 'अभी तय ऑपरेटर मुक्त हो जाएगा। मौजूद स्कैन बने रहेंगे।',
  },
  steps: { en: 'Other steps', hi: 'दूसरे कदम' },
  cancelAbout: {
    en: 'The clinic and the operator are told. On the clinic’s account a fee may follow; on Scanner’s or the operator’s account it is free.',
    hi: 'क्लिनिक और ऑपरेटर को बताया जाएगा। क्लिनिक के कारण हो तो शुल्क लग सकता है; Scanner या ऑपरेटर के कारण हो तो नहीं।',
  },
  rescheduleAbout: {
    en: 'These times replace the ones that were offered, and an operator is chosen anew.',
    hi: 'ये समय पहले दिए गए समय की जगह लेंगे और ऑपरेटर फिर से तय होगा।',
  },
  completeAbout: {
    en: 'The clinic has what it asked for, and pays.',
    hi: 'क्लिनिक को माँगा हुआ मिल गया, और वह भुगतान करेगा।',
  },
  noShowAbout: {
    en: 'Nobody was there to be scanned. The clinic pays for a no-show, unless others chose the time.',
    hi: 'स्कैन के लिए कोई नहीं था। क्लिनिक शुल्क देगा, जब तक समय किसी और ने न चुना हो।',
  },
  cause: { en: 'On whose account', hi: 'किसके कारण' },
  causeHint: { en: 'Fees follow from it.', hi: 'शुल्क इसी से तय होता है।' },
  ended: { en: 'This visit has come to an end.', hi: 'यह विज़िट समाप्त हो गई है।' },
  toBoard: { en: 'To the board', hi: 'बोर्ड पर जाएँ' },
  trail: { en: 'What was done', hi: 'क्या किया गया' },
  operatorsAbout: {
    en: 'Where operators set out from, and whether they take visits. They say both themselves.',
    hi: 'ऑपरेटर कहाँ से निकलते हैं और विज़िट लेते हैं या नहीं। यह वे खुद बताते हैं।',
  },
  noOperators: {
    en: 'No operator has said yet where to set out from. Approve one, who then sets it.',
    hi: 'अभी किसी ऑपरेटर ने अपनी जगह नहीं बताई। किसी को मंज़ूर करें, फिर वे बताएँगे।',
  },
  area: { en: 'Sets out from', hi: 'कहाँ से निकलते हैं' },
  noArea: { en: 'Not said yet', hi: 'अभी नहीं बताया' },
  takes: { en: 'Takes visits', hi: 'विज़िट लेते हैं' },
  yes: { en: 'Yes', hi: 'हाँ' },
  no: { en: 'No', hi: 'नहीं' },
  bookings: { en: 'Visits ahead', hi: 'आगे की विज़िट' },
  next: { en: 'Next', hi: 'अगली' },
} as const;
