// What forms say by themselves.

export const words = {
  missing: { en: 'Fill this in.', hi: 'इसे भरें।' },
  optional: { en: '(optional)', hi: '(वैकल्पिक)' },
  choose: { en: 'Choose', hi: 'चुनें' },
  nothing: { en: 'None', hi: 'कोई नहीं' },
  add: { en: 'Add another', hi: 'एक और जोड़ें' },
  remove: { en: 'Remove', hi: 'हटाएँ' },
  inRupees: { en: 'in rupees', hi: 'रुपये में' },
  inPercent: { en: 'in percent', hi: 'प्रतिशत में' },
  sending: { en: 'Sending …', hi: 'भेजा जा रहा है …' },
  done: { en: 'Done.', hi: 'हो गया।' },
  cancel: { en: 'Go back', hi: 'वापस जाएँ' },
  close: { en: 'Close', hi: 'बंद करें' },
  correct: { en: 'Correct the fields that are marked.', hi: 'चिह्नित खाने ठीक करें।' },
  offline: {
    en: 'There is no connection. What you typed stays here: send it again once you are connected.',
    hi: 'इंटरनेट नहीं है। आपका लिखा यहीं रहेगा: कनेक्शन आने पर दोबारा भेजें।',
  },
  noAnswer: {
    en: 'No answer came. Send it again: it is done only once.',
    hi: 'कोई जवाब नहीं आया। दोबारा भेजें: यह एक ही बार होगा।',
  },
  again: { en: 'Try again', hi: 'दोबारा कोशिश करें' },
  acceptPolicy: {
    en: 'Read the privacy policy and accept it',
    hi: 'गोपनीयता नीति पढ़ें और स्वीकार करें',
  },
  password: { en: 'Your password', hi: 'आपका पासवर्ड' },
  confirm: { en: 'Confirm that it is you', hi: 'पुष्टि करें कि यह आप ही हैं' },
  confirmed: { en: 'Confirmed: send it again now.', hi: 'पुष्टि हुई: अब दोबारा भेजें।' },
  tooMany: {
    en: 'Too many attempts: wait some minutes and try again.',
    hi: 'बहुत बार कोशिश हुई: कुछ मिनट रुककर दोबारा कोशिश करें।',
  },
  wrongPassword: { en: 'The password is wrong.', hi: 'पासवर्ड ग़लत है।' },
  blocks: {
    'orders-open': {
      en: 'There are orders that have not come to an end.',
      hi: 'कुछ ऑर्डर अभी पूरे नहीं हुए हैं।',
    },
    'visits-open': {
      en: 'There are visits that have not come to an end.',
      hi: 'कुछ विज़िट अभी पूरी नहीं हुई हैं।',
    },
    'last-owner': {
      en: 'You are the only owner, and there are other members: hand over the ownership first.',
      hi: 'आप अकेले मालिक हैं और दूसरे सदस्य भी हैं: पहले स्वामित्व सौंपें।',
    },
    'money-left': {
      en: 'There is money in the wallet: have it paid out or used first.',
      hi: 'वॉलेट में पैसे हैं: पहले उन्हें निकलवाएँ या इस्तेमाल करें।',
    },
    'last-admin': { en: 'You are the only admin.', hi: 'आप अकेले एडमिन हैं।' },
    'legal-hold': { en: 'The law forbids it for now.', hi: 'क़ानून अभी इसकी अनुमति नहीं देता।' },
  },
  block: { en: 'Something else has to end first.', hi: 'पहले कुछ और पूरा होना ज़रूरी है।' },
  signIn: { en: 'Sign in again', hi: 'दोबारा साइन इन करें' },
  unknown: {
    en: 'Something went wrong on this page. Load it again; what you sent is done once or not at all.',
    hi: 'इस पेज पर कुछ गड़बड़ हुई। इसे दोबारा खोलें; आपने जो भेजा वह एक बार हुआ है या बिल्कुल नहीं।',
  },
} as const;
