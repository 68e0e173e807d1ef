// What forms say by themselves.

export const words = {
  missing: { en: 'Fill this in.', hi: 'इसे भरें।' },
  noNumber: { en: 'Write a number.', hi: 'कोई संख्या लिखें।' },
  tooLow: { en: 'At least {least}.', hi: 'कम से कम {least}।' },
  tooHigh: { en: 'At most {most}.', hi: 'ज़्यादा से ज़्यादा {most}।' },
  tooShort: { en: 'At least {least} characters.', hi: 'कम से कम {least} अक्षर।' },
  tooLong: { en: 'At most {most} characters.', hi: 'ज़्यादा से ज़्यादा {most} अक्षर।' },
  tooFew: { en: 'At least {least} of these.', hi: 'इनमें से कम से कम {least}।' },
  tooMany: { en: 'At most {most} of these.', hi: 'इनमें से ज़्यादा से ज़्यादा {most}।' },
  otherForm: { en: 'This does not have the expected form.', hi: 'यह सही रूप में नहीं है।' },
  optional: { en: '(optional)', hi: '(वैकल्पिक)' },
  choose: { en: 'Choose', hi: 'चुनें' },
  nothing: { en: 'None', hi: 'कोई नहीं' },
  add: { en: 'Add another', hi: 'एक और जोड़ें' },
  remove: { en: 'Remove', hi: 'हटाएँ' },
  inRupees: { en: 'in rupees', hi: 'रुपये में' },
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
  signIn: { en: 'Sign in again', hi: 'दोबारा साइन इन करें' },
  unknown: {
    en: 'Something went wrong on this page. Load it again; what you sent is done once or not at all.',
    hi: 'इस पेज पर कुछ गड़बड़ हुई। इसे दोबारा खोलें; आपने जो भेजा वह एक बार हुआ है या बिल्कुल नहीं।',
  },
} as const;
