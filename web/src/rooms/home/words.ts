// What the first page of a clinic says.

import { titles } from './titles';

export const words = {
  ...titles,
  visitsToday: { en: 'Visits today', hi: 'आज की विज़िट' },
  noVisits: { en: 'No visit today.', hi: 'आज कोई विज़िट नहीं।' },
  cases: { en: 'Cases that go on', hi: 'चल रहे केस' },
  noCases: {
    en: 'Nothing to do. Begin with a patient: add one, record the consent, and request a visit or upload scans.',
    hi: 'कुछ बाक़ी नहीं। मरीज़ से शुरू करें: मरीज़ जोड़ें, सहमति दर्ज करें, फिर विज़िट माँगें या स्कैन अपलोड करें।',
  },
  orders: { en: 'Orders that ask something of you', hi: 'ऑर्डर जिनमें आपको कुछ करना है' },
  noOrders: { en: 'No order waits for you.', hi: 'कोई ऑर्डर आपका इंतज़ार नहीं कर रहा।' },
  allCases: { en: 'All cases', hi: 'सभी केस' },
  allOrders: { en: 'All orders', hi: 'सभी ऑर्डर' },
  allVisits: { en: 'All visits', hi: 'सभी विज़िट' },
  patients: { en: 'Patients', hi: 'मरीज़' },
  patientsText: { en: 'Add or find a patient', hi: 'मरीज़ जोड़ें या ढूँढें' },
  casesText: { en: 'Scans, findings, what to do next', hi: 'स्कैन, जाँच, आगे क्या करें' },
  ordersText: { en: 'What labs make for you', hi: 'लैब आपके लिए क्या बना रही हैं' },
  casesWay: { en: 'Cases', hi: 'केस' },
  ordersWay: { en: 'Orders', hi: 'ऑर्डर' },
  low: {
    en: 'The wallet has {available} left, less than the next work may need.',
    hi: 'वॉलेट में {available} बचे हैं, जो अगले काम के लिए कम हो सकते हैं।',
  },
  topUp: { en: 'Top up', hi: 'पैसे जमा करें' },
  asks: {
    rescan_requested: { en: 'The lab needs new scans.', hi: 'लैब को नए स्कैन चाहिए।' },
    shipped: { en: 'Confirm it once it has arrived.', hi: 'पहुँचने पर पुष्टि करें।' },
    on_hold: { en: 'The lab waits: read its messages.', hi: 'लैब रुकी है: उसके संदेश पढ़ें।' },
    delivered: {
      en: 'Look at the work; ask for a remake if something is wrong.',
      hi: 'काम देखें; कमी हो तो दोबारा बनवाएँ।',
    },
    lost: {
      en: 'The parcel is lost: wait for another one, or cancel.',
      hi: 'पार्सल खो गया: दूसरे का इंतज़ार करें, या रद्द करें।',
    },
  },
} as const;
