// What a clinic does next with a case, in one sentence: by a table of its status.

import type { CaseStatus } from '@scanner/client';
import type { Text } from '../../core/words';

/** A sentence, and where it leads within the page or the console. */
export interface Next {
  readonly text: Text;
  /** Which way on is the main one; null where there is nothing to do. */
  readonly way: 'upload' | 'visit' | 'order' | 'orders' | 'patient' | 'reopen' | null;
}

const TABLE: Readonly<Record<CaseStatus, Next>> = {
  open: {
    text: {
      en: 'Upload the scans of both jaws and the bite, or request a visit of an operator.',
      hi: 'दोनों जबड़ों और बाइट के स्कैन अपलोड करें, या ऑपरेटर की विज़िट माँगें।',
    },
    way: 'upload',
  },
  scheduled: {
    text: {
      en: 'A visit is under way. Its page says when the operator comes and what is left to do.',
      hi: 'विज़िट चल रही है। उसके पेज पर देखें कि ऑपरेटर कब आएगा और क्या बाक़ी है।',
    },
    way: 'visit',
  },
  scanned: {
    text: {
      en: 'The scans are there. Look at what was found, then order from a lab.',
      hi: 'स्कैन आ गए हैं। देखें कि क्या मिला, फिर लैब से ऑर्डर करें।',
    },
    way: 'order',
  },
  closed: {
    text: {
      en: 'The case is closed. Open it again to upload or to order more.',
      hi: 'केस बंद है। और अपलोड या ऑर्डर करने के लिए इसे दोबारा खोलें।',
    },
    way: 'reopen',
  },
  awaiting_guardian: {
    text: {
      en: 'The patient is under 18. Record the consent of a parent or guardian on the patient’s page.',
      hi: 'मरीज़ 18 वर्ष से कम है। मरीज़ के पेज पर माता-पिता या अभिभावक की सहमति दर्ज करें।',
    },
    way: 'patient',
  },
  frozen: {
    text: {
      en: 'The consent was withdrawn: nothing can be opened or ordered any more, and the scans are erased.',
      hi: 'सहमति वापस ली गई: अब कुछ खोला या ऑर्डर नहीं किया जा सकता, और स्कैन मिटाए जाते हैं।',
    },
    way: null,
  },
};

const ORDERED: Next = {
  text: {
    en: 'It was ordered. The order’s page says what the lab does and asks.',
    hi: 'ऑर्डर हो गया है। ऑर्डर के पेज पर देखें कि लैब क्या कर रही है या पूछ रही है।',
  },
  way: 'orders',
};

const OTHER: Next = {
  text: {
    en: 'Load the console again: this case stands where a newer version knows it.',
    hi: 'कंसोल दोबारा खोलें: इस केस की स्थिति नया संस्करण जानता है।',
  },
  way: null,
};

/** What to do next with a case of a status; `ordered` where something was ordered that goes on. */
export function nextOf(status: string, ordered: boolean): Next {
  if (status === 'scanned' && ordered) return ORDERED;
  return TABLE[status as CaseStatus] ?? OTHER;
}
