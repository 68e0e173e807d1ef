// What admins read about payouts.

export const words = {
  lab: { en: 'Lab', hi: 'लैब' },
  show: { en: 'Show', hi: 'दिखाएँ' },
  waiting: { en: 'Those that wait for approval', hi: 'मंज़ूरी के इंतज़ार वाले' },
  none: { en: 'No payout waits for an approval.', hi: 'कोई पेआउट मंज़ूरी का इंतज़ार नहीं कर रहा।' },
  noneOf: {
    en: 'There are none of these. Choose another state.',
    hi: 'ऐसा कोई नहीं है। दूसरी स्थिति चुनें।',
  },
  noneOfLab: { en: 'This lab has asked for no payout yet.', hi: 'इस लैब ने अभी कोई पेआउट नहीं माँगा।' },
  choose: { en: 'Choose', hi: 'चुनें' },
  chosen: { en: 'Chosen: {count}, {amount}', hi: 'चुने गए: {count}, {amount}' },
  nobody: { en: 'Choose at least one payout.', hi: 'कम से कम एक पेआउट चुनें।' },
  exportAll: { en: 'Make a file for the bank', hi: 'बैंक के लिए फ़ाइल बनाएँ' },
  exportAbout: {
    en: 'Each payout is in one file, ever. Pay what the file says, then record the bank’s results.',
    hi: 'हर पेआउट एक ही फ़ाइल में आता है। फ़ाइल के अनुसार भुगतान करें, फिर बैंक के नतीजे दर्ज करें।',
  },
  sendAll: { en: 'Send by the gateway', hi: 'गेटवे से भेजें' },
  sendAbout: {
    en: 'The gateway transfers the money and tells what became of it.',
    hi: 'गेटवे पैसे भेजेगा और नतीजा बताएगा।',
  },
  sendAgain: { en: 'Ask the gateway again', hi: 'गेटवे से दोबारा पूछें' },
  sendAgainAbout: {
    en: 'Nothing is paid twice: the gateway is asked what became of it.',
    hi: 'दो बार भुगतान नहीं होगा: गेटवे से नतीजा पूछा जाएगा।',
  },
  file: { en: 'Payouts in the file: {count}, {amount}', hi: 'फ़ाइल में पेआउट: {count}, {amount}' },
  noLines: {
    en: 'Give the line of titles and at least one payout.',
    hi: 'शीर्षकों की पंक्ति और कम से कम एक पेआउट दें।',
  },
  saveFile: { en: 'Save the file for the bank', hi: 'बैंक की फ़ाइल सेव करें' },
  leftOut: { en: 'Left out', hi: 'छूट गए' },
  why: { en: 'Why', hi: 'क्यों' },
  outcome: { en: 'Outcome', hi: 'नतीजा' },
  payout: { en: 'Payout', hi: 'पेआउट' },
  results: { en: 'Record the bank’s results', hi: 'बैंक के नतीजे दर्ज करें' },
  resultsAbout: {
    en: 'Paste the lines of the bank’s file, or choose it. The first line has the titles: reference and result, then utr, failure and amount if there are any.',
    hi: 'बैंक की फ़ाइल की पंक्तियाँ चिपकाएँ, या फ़ाइल चुनें। पहली पंक्ति में शीर्षक हों: reference और result, और हों तो utr, failure, amount।',
  },
  lines: { en: 'Lines of the file', hi: 'फ़ाइल की पंक्तियाँ' },
  csv: { en: 'Choose the file', hi: 'फ़ाइल चुनें' },
  line: { en: 'Line', hi: 'पंक्ति' },
  approveAbout: {
    en: 'From a limit on a second admin has to approve it, too. Nobody approves what they approved before.',
    hi: 'एक सीमा से ऊपर दूसरे एडमिन की मंज़ूरी भी चाहिए। अपनी मंज़ूरी दोबारा नहीं दी जा सकती।',
  },
  rejectAbout: {
    en: 'The lab has its money again and reads the reason.',
    hi: 'लैब को राशि वापस मिलेगी और वह कारण पढ़ेगी।',
  },
  payAbout: {
    en: 'The bank has paid it. Copy the UTR from the bank.',
    hi: 'बैंक ने भुगतान किया। UTR बैंक से लें।',
  },
  failAbout: {
    en: 'The lab has its money again and is told why.',
    hi: 'लैब को राशि वापस मिलेगी और कारण बताया जाएगा।',
  },
  notFound: {
    en: 'There is no such payout among the last of each state. Open it from its lab’s wallet.',
    hi: 'हर स्थिति के पिछले पेआउट में यह नहीं मिला। इसे लैब के वॉलेट से खोलें।',
  },
  toList: { en: 'All payouts', hi: 'सभी पेआउट' },
  approvals: { en: 'Approvals', hi: 'मंज़ूरियाँ' },
  owes: { en: 'Lab owes', hi: 'लैब पर बकाया' },
  record: { en: 'Who did what', hi: 'किसने क्या किया' },
} as const;
