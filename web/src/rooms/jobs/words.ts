// What the page of jobs says.

import { titles } from './titles';

export const words = {
  ...titles,
  about: {
    en: 'What Scanner has to do at a time. Those that failed five times wait for you.',
    hi: 'Scanner को समय पर करने वाले काम। जो बार-बार असफल हुए वे आपका इंतज़ार करते हैं।',
  },
  state: { en: 'Show', hi: 'दिखाएँ' },
  kind: { en: 'What', hi: 'क्या' },
  subject: { en: 'About', hi: 'किस बारे में' },
  due: { en: 'Due', hi: 'समय' },
  attempts: { en: 'Attempts that failed', hi: 'असफल कोशिशें' },
  error: { en: 'What went wrong', hi: 'क्या गड़बड़ हुई' },
  step: { en: 'Way on', hi: 'आगे' },
  none: {
    en: 'Nothing has failed. There is nothing to do here.',
    hi: 'कुछ असफल नहीं हुआ। यहाँ करने को कुछ नहीं है।',
  },
  noneOf: { en: 'There are no jobs in this state.', hi: 'इस स्थिति में कोई जॉब नहीं है।' },
  retry: { en: 'Run again', hi: 'फिर चलाएँ' },
  retryAbout: {
    en: 'It is done now, or once more until it succeeds. What was done before is not done twice.',
    hi: 'यह अभी किया जाएगा, या सफल होने तक दोबारा। जो पहले हो चुका वह दोबारा नहीं होगा।',
  },
  sweep: { en: 'Look after what is due', hi: 'बाकी काम अभी देखें' },
  sweepAbout: {
    en: 'Scanner does this by itself every few minutes. Press it where something should have happened and has not.',
    hi: 'Scanner यह हर कुछ मिनट में खुद करता है। जब कुछ होना था और नहीं हुआ, तब दबाएँ।',
  },
  swept: {
    en: 'Run at once: {run}. Handed to the queue: {woken}.',
    hi: 'तुरंत चलाए गए: {run}। कतार में भेजे गए: {woken}।',
  },
  kinds: {
    case_idle: { en: 'Close a case in which nothing happens', hi: 'निष्क्रिय केस बंद करना' },
    visit_reminder: { en: 'Remind of a visit', hi: 'विज़िट की याद दिलाना' },
    lost_operator: {
      en: 'Find what an operator left behind',
      hi: 'ऑपरेटर के छूटे हुए काम ढूँढना',
    },
    approval_pending: { en: 'Remind of an approval', hi: 'मंज़ूरी की याद दिलाना' },
    order_follow_up: { en: 'Follow up an order', hi: 'ऑर्डर पर आगे की कार्रवाई' },
    erase_after_withdrawal: {
      en: 'Erase after a withdrawn consent',
      hi: 'सहमति वापस लेने के बाद मिटाना',
    },
    push_later: { en: 'Send a notice in the morning', hi: 'सुबह सूचना भेजना' },
    erasure: { en: 'Erase data on request', hi: 'अनुरोध पर डेटा मिटाना' },
    correction: { en: 'Correct data on request', hi: 'अनुरोध पर डेटा सुधारना' },
    disclosure: { en: 'Build a disclosure', hi: 'प्रकटीकरण तैयार करना' },
    export: { en: 'Build a copy of data', hi: 'डेटा की प्रति बनाना' },
    export_expiry: { en: 'Take a copy of data away', hi: 'डेटा की प्रति हटाना' },
    rights_deadline: {
      en: 'Warn of the end of the time for a privacy request',
      hi: 'निजता अनुरोध की समय-सीमा की चेतावनी',
    },
    account_inactive: { en: 'Close an account that nobody uses', hi: 'अनुपयोगी खाता बंद करना' },
    retain: { en: 'Delete what was kept long enough', hi: 'अवधि पूरी होने पर डेटा हटाना' },
    erasure_ends: { en: 'End an erasure', hi: 'मिटाना पूरा करना' },
    erasure_look: { en: 'Look again after an erasure', hi: 'मिटाने के बाद दोबारा जाँचना' },
    digest: { en: 'Tell admins what waits', hi: 'एडमिन को बाकी काम बताना' },
  },
} as const;
