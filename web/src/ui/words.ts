// What the frame of the console and its components say.

export const words = {
  scanner: { en: 'Scanner', hi: 'Scanner' },
  menu: { en: 'Menu', hi: 'मेन्यू' },
  skip: { en: 'Skip to the content', hi: 'सीधे सामग्री पर जाएँ' },
  signOut: { en: 'Sign out', hi: 'साइन आउट करें' },
  language: { en: 'हिन्दी', hi: 'English' },
  waiting: { en: 'Loading …', hi: 'लोड हो रहा है …' },
  more: { en: 'Show more', hi: 'और दिखाएँ' },
  offline: {
    en: 'No connection. What is shown may be old; it goes on by itself once you are connected.',
    hi: 'इंटरनेट नहीं है। दिख रही जानकारी पुरानी हो सकती है; कनेक्शन आते ही यह अपने आप चलेगा।',
  },
  clockOff: {
    en: 'The clock of this device is off by {minutes} minutes. Scanner goes by its own; please set it right.',
    hi: 'इस उपकरण की घड़ी {minutes} मिनट ग़लत है। स्कैनर अपनी घड़ी से चलता है; कृपया इसे ठीक करें।',
  },
  notStarted: {
    en: 'Scanner could not be reached. Check the connection and try again.',
    hi: 'स्कैनर तक नहीं पहुँचा जा सका। कनेक्शन जाँचें और दोबारा कोशिश करें।',
  },
  newVersion: {
    en: 'This page could not be loaded. There may be a newer version of the console, or no connection.',
    hi: 'यह पेज नहीं खुला। शायद कंसोल का नया संस्करण है, या इंटरनेट नहीं है।',
  },
  crashed: {
    en: 'Something went wrong on this page. Load it again, or go to another one; tell support if it stays so.',
    hi: 'इस पेज पर कुछ गड़बड़ हुई। इसे दोबारा खोलें, या किसी और पेज पर जाएँ; ऐसा ही रहे तो सहायता को बताएँ।',
  },
  reload: { en: 'Load again', hi: 'दोबारा खोलें' },
  again: { en: 'Try again', hi: 'दोबारा कोशिश करें' },
  gone: {
    en: 'This is not yours any more: it was given to somebody else, has ended or was deleted.',
    hi: 'यह अब आपके पास नहीं है: किसी और को दिया गया, समाप्त हुआ या हटाया गया।',
  },
  lost: {
    en: 'This could not be read. Check the connection and try again.',
    hi: 'यह नहीं पढ़ा जा सका। कनेक्शन जाँचें और दोबारा कोशिश करें।',
  },
  notThere: {
    en: 'There is nothing here. It may have been deleted.',
    hi: 'यहाँ कुछ नहीं है। शायद हटा दिया गया।',
  },
  linkEnded: { en: 'The link has ended: ask again.', hi: 'लिंक समाप्त हो गया: दोबारा माँगें।' },
  saveAgain: { en: 'Not saved? Save it here.', hi: 'सेव नहीं हुई? यहाँ से सेव करें।' },
  noFile: { en: 'There is no file.', hi: 'कोई फ़ाइल नहीं है।' },
  noPage: { en: 'There is no such page.', hi: 'ऐसा कोई पेज नहीं है।' },
  home: { en: 'Go to the first page', hi: 'पहले पेज पर जाएँ' },
  navigation: { en: 'Pages', hi: 'पेज' },
  parts: {
    work: { en: 'Work', hi: 'काम' },
    people: { en: 'People', hi: 'लोग' },
    money: { en: 'Money', hi: 'पैसा' },
    privacy: { en: 'Privacy', hi: 'निजता' },
    system: { en: 'System', hi: 'सिस्टम' },
    own: { en: 'You', hi: 'आप' },
  },
} as const;
