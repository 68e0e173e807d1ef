// What a clinic does, or waits for, with a visit, in one sentence: by a table of its state.

import type { VisitState } from '@scanner/client';
import type { Text } from '../../core/words';

const TABLE: Readonly<Record<VisitState, Text>> = {
  requested: {
    en: 'Scanner looks for an operator. You are told once one is assigned.',
    hi: 'स्कैनर ऑपरेटर ढूँढ रहा है। तय होते ही आपको बताया जाएगा।',
  },
  assigned: {
    en: 'An operator is assigned and has still to accept.',
    hi: 'ऑपरेटर तय है, उसका स्वीकार करना बाक़ी है।',
  },
  accepted: {
    en: 'The operator comes at the time below. Have the patient there.',
    hi: 'ऑपरेटर नीचे लिखे समय पर आएगा। मरीज़ को तैयार रखें।',
  },
  en_route: { en: 'The operator is on the way.', hi: 'ऑपरेटर रास्ते में है।' },
  arrived: { en: 'The operator is at the clinic.', hi: 'ऑपरेटर क्लिनिक में है।' },
  scanning: { en: 'The operator is scanning.', hi: 'ऑपरेटर स्कैन कर रहा है।' },
  uploaded: {
    en: 'The scans are there. Look at them in the case, then confirm that the visit is complete.',
    hi: 'स्कैन आ गए हैं। केस में देखें, फिर पुष्टि करें कि विज़िट पूरी हुई।',
  },
  completed: {
    en: 'The visit is complete. Its files are in the case.',
    hi: 'विज़िट पूरी हुई। फ़ाइलें केस में हैं।',
  },
  declined: {
    en: 'The operator cannot come. Scanner looks for another one; you may offer other times.',
    hi: 'ऑपरेटर नहीं आ सकता। स्कैनर दूसरा ढूँढ रहा है; आप दूसरे समय भी सुझा सकते हैं।',
  },
  rescheduled: {
    en: 'Other times were offered. Scanner looks for an operator.',
    hi: 'दूसरे समय सुझाए गए हैं। स्कैनर ऑपरेटर ढूँढ रहा है।',
  },
  interrupted: {
    en: 'The operator could not finish. Another one is sent; or confirm the visit if the scans will do, or offer other times.',
    hi: 'ऑपरेटर पूरा नहीं कर सका। दूसरा भेजा जाएगा; स्कैन पर्याप्त हों तो पुष्टि करें, या दूसरे समय सुझाएँ।',
  },
  no_show: {
    en: 'Nobody was there to be scanned. Request another visit in the case.',
    hi: 'स्कैन के लिए कोई नहीं मिला। केस में दूसरी विज़िट माँगें।',
  },
  cancelled: {
    en: 'The visit was cancelled. Request another one in the case if it is needed.',
    hi: 'विज़िट रद्द हुई। ज़रूरत हो तो केस में दूसरी विज़िट माँगें।',
  },
};

const OTHER: Text = {
  en: 'Load the console again: a newer version knows this state.',
  hi: 'कंसोल दोबारा खोलें: यह स्थिति नया संस्करण जानता है।',
};

/** What comes next in a state. */
export const nextOf = (state: string): Text => TABLE[state as VisitState] ?? OTHER;
