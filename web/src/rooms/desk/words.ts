// What the first page of admins says.

import { titles } from './titles';

export const words = {
  ...titles,
  again: { en: 'Count again', hi: 'फिर गिनें' },
  waiting: { en: 'For you or another admin', hi: 'आपके या दूसरे एडमिन के लिए' },
  allDone: {
    en: 'Nothing waits. Requests, applications, tickets and payouts are counted here as they come.',
    hi: 'कुछ बाकी नहीं। अनुरोध, आवेदन, टिकट और पेआउट आने पर यहाँ गिने जाएँगे।',
  },
  visits: { en: 'Visits that need an operator', hi: 'विज़िट जिन्हें ऑपरेटर चाहिए' },
  accounts: { en: 'Accounts to approve', hi: 'मंज़ूरी के खाते' },
  tickets: { en: 'Tickets to answer', hi: 'जवाब के टिकट' },
  payouts: { en: 'Payouts to approve', hi: 'मंज़ूरी के पेआउट' },
  jobs: { en: 'Failed jobs', hi: 'असफल जॉब' },
  clocks: { en: 'With a time set by law', hi: 'कानूनी समय-सीमा वाले' },
  clocksAbout: {
    en: 'Who asked is shown only when you open it, and that goes on record.',
    hi: 'किसने पूछा यह खोलने पर ही दिखता है, और यह दर्ज होता है।',
  },
  privacy: { en: 'Privacy requests and their time limits', hi: 'निजता अनुरोध और उनकी समय-सीमा' },
} as const;
