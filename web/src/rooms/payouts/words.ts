// What labs read about their payouts.

export const words = {
  method: { en: 'Where you are paid', hi: 'आपको कहाँ भुगतान होता है' },
  noMethod: {
    en: 'Nobody knows yet where to pay you. An owner enters the account once.',
    hi: 'अभी पता नहीं कि आपको कहाँ भुगतान करें। मालिक एक बार खाता भरें।',
  },
  kind: { en: 'Kind', hi: 'प्रकार' },
  account: { en: 'Account', hi: 'खाता' },
  since: { en: 'Since', hi: 'कब से' },
  schedule: { en: 'Automatic payouts', hi: 'अपने आप पेआउट' },
  yes: { en: 'Yes', hi: 'हाँ' },
  no: { en: 'No', hi: 'नहीं' },
  setBank: { en: 'Enter a bank account', hi: 'बैंक खाता भरें' },
  setUpi: { en: 'Enter a UPI ID', hi: 'UPI आईडी भरें' },
  changeAbout: {
    en: 'All owners are told of the change. Payouts to a new account wait some hours, so that a change that you did not make is noticed.',
    hi: 'बदलाव की सूचना सभी मालिकों को जाती है। नए खाते के पेआउट कुछ घंटे रुकते हैं, ताकि ग़लत बदलाव पकड़ा जा सके।',
  },
  holderHint: {
    en: 'As the bank has it, in Latin letters.',
    hi: 'जैसा बैंक में है, अंग्रेज़ी अक्षरों में।',
  },
  automatic: {
    en: 'Pay out on the platform’s schedule by itself',
    hi: 'प्लैटफ़ॉर्म के समय पर अपने आप पेआउट करें',
  },
  request: { en: 'Ask for a payout', hi: 'पेआउट माँगें' },
  requestAbout: {
    en: 'The amount is set aside at once. An admin approves it, then it goes to {to}.',
    hi: 'राशि तुरंत अलग रखी जाएगी। एडमिन की मंज़ूरी के बाद यह {to} पर जाएगी।',
  },
  available: { en: 'Available: {amount}', hi: 'उपलब्ध: {amount}' },
  ownersAct: {
    en: 'Owners enter the account and ask for payouts.',
    hi: 'खाता भरना और पेआउट माँगना मालिक करते हैं।',
  },
  list: { en: 'Your payouts', hi: 'आपके पेआउट' },
  none: {
    en: 'There are no payouts yet. An owner asks for one above.',
    hi: 'अभी कोई पेआउट नहीं है। मालिक ऊपर से माँग सकते हैं।',
  },
  notFound: {
    en: 'This payout is not among your last ones. Look in the list.',
    hi: 'यह पेआउट आपके पिछले पेआउट में नहीं है। सूची में देखें।',
  },
  toList: { en: 'All payouts', hi: 'सभी पेआउट' },
  cancelAbout: {
    en: 'The money is available again at once. You can ask anew.',
    hi: 'राशि तुरंत फिर उपलब्ध होगी। आप दोबारा माँग सकते हैं।',
  },
  sold: { en: 'Sold, without GST', hi: 'बिक्री, GST के बिना' },
  returned: { en: 'Given back', hi: 'लौटाई गई राशि' },
  net: { en: 'Sold less given back', hi: 'लौटाने के बाद बिक्री' },
  tds: { en: 'Income tax deducted (TDS)', hi: 'काटा गया आयकर (TDS)' },
  tcsCgst: { en: 'TCS of the central tax', hi: 'केंद्रीय कर का TCS' },
  tcsSgst: { en: 'TCS of the state tax', hi: 'राज्य कर का TCS' },
  tcsIgst: { en: 'TCS of the integrated tax', hi: 'एकीकृत कर का TCS' },
  withheldInAll: { en: 'Withheld in all', hi: 'कुल काटा गया' },
  withholdingAbout: {
    en: 'The platform withholds these taxes of your sales and pays them to the government. You find them in Form 26AS and in the GST portal.',
    hi: 'प्लैटफ़ॉर्म आपकी बिक्री से ये टैक्स काटकर सरकार को देता है। ये आपको फ़ॉर्म 26AS और GST पोर्टल में मिलेंगे।',
  },
} as const;
