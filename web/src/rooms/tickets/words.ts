// What the pages of support say.

import { titles } from './titles';

export const words = {
  ...titles,
  intro: {
    en: 'Write to us about a visit, scans, an order or money. Name no patient: say the case or the order.',
    hi: 'विज़िट, स्कैन, ऑर्डर या पैसों के बारे में हमें लिखें। मरीज़ का नाम न लिखें: केस या ऑर्डर बताएँ।',
  },
  write: { en: 'Write to support', hi: 'सपोर्ट को लिखें' },
  send: { en: 'Send', hi: 'भेजें' },
  aboutOrder: { en: 'It is about this order:', hi: 'यह इस ऑर्डर के बारे में है:' },
  aboutCase: { en: 'It is about this case:', hi: 'यह इस केस के बारे में है:' },
  subjectHint: {
    en: 'In a few words; it stands in your list.',
    hi: 'थोड़े शब्दों में; यह आपकी सूची में दिखेगा।',
  },
  own: { en: 'Your tickets', hi: 'आपके टिकट' },
  none: {
    en: 'You have not written to support yet.',
    hi: 'आपने अभी तक सपोर्ट को नहीं लिखा है।',
  },
  subject: { en: 'Subject', hi: 'विषय' },
  state: { en: 'State', hi: 'स्थिति' },
  lastAt: { en: 'Last message', hi: 'आख़िरी संदेश' },
  opened: { en: 'Opened', hi: 'कब खोला' },
  about: { en: 'About', hi: 'किस बारे में' },
  order: { en: 'An order', hi: 'एक ऑर्डर' },
  case: { en: 'A case', hi: 'एक केस' },
  messages: { en: 'Messages', hi: 'संदेश' },
  noMessages: { en: 'No message yet.', hi: 'अभी कोई संदेश नहीं।' },
  hint: {
    en: 'Name no patient; passwords and card numbers are never asked for.',
    hi: 'मरीज़ का नाम न लिखें; पासवर्ड या कार्ड नंबर कभी नहीं पूछे जाते।',
  },
  reopens: {
    en: 'This ticket is closed. A message opens it again.',
    hi: 'यह टिकट बंद है। संदेश भेजने पर यह फिर खुलेगा।',
  },
  over: {
    en: 'This ticket was closed long ago. Write a new one if something is left.',
    hi: 'यह टिकट काफ़ी पहले बंद हुआ। कुछ बाक़ी हो तो नया लिखें।',
  },
  closeAbout: {
    en: 'The question is answered. A message within thirty days opens it again.',
    hi: 'सवाल का जवाब मिल गया। तीस दिन के अंदर संदेश भेजने पर टिकट फिर खुलेगा।',
  },
  back: { en: 'All tickets', hi: 'सभी टिकट' },

  show: { en: 'Which tickets', hi: 'कौन से टिकट' },
  whose: { en: 'Looked after by', hi: 'किसके पास' },
  everybody: { en: 'Everybody', hi: 'सभी' },
  mine: { en: 'Me', hi: 'मैं' },
  nobody: { en: 'Nobody yet', hi: 'अभी किसी के पास नहीं' },
  empty: {
    open: { en: 'No ticket waits for an answer.', hi: 'कोई टिकट जवाब के इंतज़ार में नहीं है।' },
    answered: {
      en: 'No ticket waits for the person who asked.',
      hi: 'कोई टिकट पूछने वाले के इंतज़ार में नहीं है।',
    },
    closed: { en: 'No closed ticket.', hi: 'कोई बंद टिकट नहीं।' },
  },
  since: { en: 'Waiting since', hi: 'कब से' },
  open: { en: 'Open', hi: 'खोलें' },
  who: { en: 'Asked by', hi: 'किसने पूछा' },
  role: { en: 'Role', hi: 'भूमिका' },
  organisation: { en: 'Clinic or lab', hi: 'क्लिनिक या लैब' },
  assignee: { en: 'Looked after by', hi: 'किसके पास' },
  count: { en: 'Messages', hi: 'संदेश' },
  first: { en: 'First answer after', hi: 'पहला जवाब' },
  minutes: { en: '{minutes} minutes', hi: '{minutes} मिनट बाद' },
  take: { en: 'Look after it myself', hi: 'मैं देखूँगा/देखूँगी' },
  takeAbout: {
    en: 'You hear from now on what is written here.',
    hi: 'अब यहाँ लिखे गए संदेशों की सूचना आपको मिलेगी।',
  },
  give: { en: 'Give it to another admin', hi: 'दूसरे एडमिन को दें' },
  giveAbout: {
    en: 'The other admin is told, and hears what is written here.',
    hi: 'दूसरे एडमिन को सूचना मिलेगी, और यहाँ लिखे संदेशों की भी।',
  },
  figures: { en: 'Figures', hi: 'आँकड़े' },
  recorded: {
    en: 'Opening a ticket is on record.',
    hi: 'टिकट खोलना रिकॉर्ड में आता है।',
  },
  again: { en: 'Read anew', hi: 'दोबारा पढ़ें' },
} as const;
