// What the overview of the privacy desk and the page of a request say.

import { titles } from '../titles';
import { words as shared } from '../words';

export const words = {
  ...shared,
  ...titles,
  running: { en: 'Clocks that run now', hi: 'अभी चल रही समय-सीमाएँ' },
  showRunning: { en: 'Show what waits', hi: 'देखें क्या बाकी है' },
  again: { en: 'Read again', hi: 'फिर देखें' },
  breachesToAssess: { en: 'Breaches to assess', hi: 'उल्लंघन: जोखिम आँकना बाकी' },
  breachesToNotify: { en: 'Breaches to notify', hi: 'उल्लंघन: सूचना देना बाकी' },
  toAnswer: { en: 'Requests received', hi: 'मिले हुए अनुरोध' },
  toErase: { en: 'Erasures that have not begun', hi: 'मिटाना, जो शुरू नहीं हुआ' },
  failing: { en: 'Requests that failed', hi: 'असफल अनुरोध' },
  toDecide: { en: 'Demands to decide on', hi: 'माँगें: फ़ैसला बाकी' },
  toRelease: { en: 'Holds whose release has to be confirmed', hi: 'रोक: हटाने की पुष्टि बाकी' },
  nothing: { en: 'nothing waits.', hi: 'कुछ बाकी नहीं।' },
  byState: { en: 'All requests by state', hi: 'सभी अनुरोध, स्थिति के अनुसार' },
  noneInState: {
    en: 'There are no requests in this state. Choose another one.',
    hi: 'इस स्थिति में कोई अनुरोध नहीं है। दूसरी चुनें।',
  },
  kind: { en: 'Asked for', hi: 'क्या माँगा' },
  asked: { en: 'Asked on', hi: 'कब माँगा' },
  askedBy: { en: 'Asked by', hi: 'किसने माँगा' },
  authority: { en: 'Entitled as', hi: 'किस अधिकार से' },
  clock: { en: 'To be answered', hi: 'जवाब की समय-सीमा' },
  ended: { en: 'Ended', hi: 'समाप्त' },
  showRequest: { en: 'Show the request', hi: 'अनुरोध दिखाएँ' },
  starts: { en: 'The erasure begins', hi: 'मिटाना शुरू होगा' },
  answeredBy: { en: 'Answered by', hi: 'जवाब दिया' },
  correction: { en: 'What is to change', hi: 'क्या बदलना है' },
  corrected: { en: 'What was changed', hi: 'क्या बदला गया' },
  field: { en: 'Field', hi: 'फ़ील्ड' },
  old: { en: 'Stands there now', hi: 'अभी क्या है' },
  was: { en: 'Before', hi: 'पहले' },
  wanted: { en: 'Should be', hi: 'होना चाहिए' },
  ownsNothing: {
    en: 'Whoever asked owns no clinic or lab any more: this cannot be approved.',
    hi: 'अनुरोध करने वाले अब किसी क्लिनिक या लैब के मालिक नहीं हैं: इसे मंज़ूर नहीं किया जा सकता।',
  },
  inTheWay: { en: 'In the way of the erasure now', hi: 'मिटाने में अभी की रुकावटें' },
  nothingInTheWay: {
    en: 'Nothing stands in the way of the erasure now.',
    hi: 'मिटाने में अभी कोई रुकावट नहीं है।',
  },
  reasons: { en: 'Why', hi: 'कारण' },
  kept: { en: 'What the law keeps', hi: 'क़ानूनन क्या रखा गया' },
  keptUntil: { en: 'until {day}', hi: '{day} तक' },
  approveAbout: {
    en: 'It is written at once, and what is under way follows. Whoever asked is told.',
    hi: 'यह तुरंत लिखा जाएगा, और जो काम जारी हैं उनमें भी बदलेगा। अनुरोध करने वाले को बताया जाएगा।',
  },
  refuseAbout: {
    en: 'Whoever asked is told, and reads the reason.',
    hi: 'अनुरोध करने वाले को बताया जाएगा और वे कारण पढ़ेंगे।',
  },
  byItself: {
    en: 'Scanner carries this out by itself. You only have to act if it should be refused.',
    hi: 'Scanner इसे ख़ुद पूरा करता है। नामंज़ूर करना हो तभी आपको कुछ करना है।',
  },
  history: { en: 'What was done about it', hi: 'इस पर क्या किया गया' },
} as const;
