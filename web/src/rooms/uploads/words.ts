// What the uploading of files says.

import { titles } from './titles';

export const words = {
  ...titles,
  uploads: { en: 'Upload files', hi: 'फ़ाइलें अपलोड करें' },
  drop: { en: 'Drop files here, or', hi: 'फ़ाइलें यहाँ छोड़ें, या' },
  choose: { en: 'Choose files', hi: 'फ़ाइलें चुनें' },
  chooseOne: { en: 'Choose a photo', hi: 'फ़ोटो चुनें' },
  camera: { en: 'Take a photo', hi: 'फ़ोटो लें' },
  takes: {
    en: 'Scans as STL, photographs, or a whole case as a ZIP archive.',
    hi: 'STL स्कैन, फ़ोटो, या पूरा केस ZIP आर्काइव में।',
  },
  takesPhoto: { en: 'A photograph of the signed form.', hi: 'हस्ताक्षर किए फ़ॉर्म की फ़ोटो।' },
  twice: {
    en: 'Already in the list, and not taken twice: {count}.',
    hi: 'पहले से सूची में है, दोबारा नहीं लिया गया: {count}।',
  },
  check: {
    en: 'Check what each file shows, then send.',
    hi: 'जाँचें कि हर फ़ाइल में क्या दिखता है, फिर भेजें।',
  },
  shows: { en: 'What {name} shows', hi: '{name} में क्या दिखता है' },
  chooseJaw: { en: 'Choose what it shows', hi: 'चुनें कि इसमें क्या दिखता है' },
  send: { en: 'Send {count}', hi: '{count} भेजें' },
  missing: {
    en: 'Say of each file what it shows.',
    hi: 'हर फ़ाइल के लिए बताएँ कि उसमें क्या दिखता है।',
  },
  progress: { en: '{ready} of {all} uploaded.', hi: '{all} में से {ready} अपलोड हुईं।' },
  sentOf: { en: '{percent} %, {sent} of {total}', hi: '{percent} %, {total} में से {sent}' },
  offline: {
    en: 'No connection: it goes on by itself once you are connected. Keep this page open.',
    hi: 'इंटरनेट नहीं है: कनेक्शन आते ही यह अपने आप आगे बढ़ेगा। यह पेज खुला रखें।',
  },
  cancel: { en: 'Stop', hi: 'रोकें' },
  remove: { en: 'Take off the list', hi: 'सूची से हटाएँ' },
  retry: { en: 'Send again', hi: 'दोबारा भेजें' },
  ofFile: { en: '{what}: {name}', hi: '{what}: {name}' },
  steps: {
    chosen: { en: 'Chosen', hi: 'चुनी गई' },
    waiting: { en: 'Waiting its turn', hi: 'बारी का इंतज़ार' },
    sending: { en: 'Sending', hi: 'भेजी जा रही है' },
    judging: { en: 'Being examined', hi: 'जाँची जा रही है' },
    ready: { en: 'Uploaded', hi: 'अपलोड हो गई' },
    rejected: { en: 'Not accepted', hi: 'स्वीकार नहीं हुई' },
    cancelled: { en: 'Stopped', hi: 'रोकी गई' },
    failed: { en: 'Not sent', hi: 'नहीं भेजी गई' },
  },
  problems: {
    gone: {
      en: 'This is not yours any more: the visit is somebody else’s or has ended.',
      hi: 'यह अब आपके पास नहीं है: विज़िट किसी और की है या समाप्त हो गई।',
    },
    account: {
      en: 'A colleague began this upload. Take it off the list and choose the file again.',
      hi: 'यह अपलोड किसी सहकर्मी ने शुरू किया था। इसे सूची से हटाएँ और फ़ाइल दोबारा चुनें।',
    },
    landed: { en: 'The file is there already.', hi: 'फ़ाइल पहले ही पहुँच चुकी है।' },
    closed: {
      en: 'Nothing can be uploaded here now: the case was closed, the consent withdrawn or the visit has ended.',
      hi: 'अब यहाँ अपलोड नहीं हो सकता: केस बंद हुआ, सहमति वापस ली गई या विज़िट समाप्त हो गई।',
    },
    expired: {
      en: 'It took too long. Send it again.',
      hi: 'बहुत समय लग गया। दोबारा भेजें।',
    },
    size: {
      en: 'The file was changed meanwhile. Choose it again.',
      hi: 'फ़ाइल इस बीच बदल गई। उसे दोबारा चुनें।',
    },
    type: {
      en: 'A file of this type is not taken. Export it as STL, or save it as JPEG.',
      hi: 'इस प्रकार की फ़ाइल नहीं ली जाती। STL में निर्यात करें, या JPEG में सेव करें।',
    },
    unreadable: {
      en: 'The file was moved, changed or deleted. Choose it again.',
      hi: 'फ़ाइल हटाई, बदली या मिटाई गई। उसे दोबारा चुनें।',
    },
    'unknown-kind': {
      en: 'Only STL, photographs and ZIP are taken. Export the scan as STL.',
      hi: 'केवल STL, फ़ोटो और ZIP ली जाती हैं। स्कैन को STL में निर्यात करें।',
    },
    empty: {
      en: 'The file is empty. Export it again.',
      hi: 'फ़ाइल ख़ाली है। दोबारा निर्यात करें।',
    },
  },
  underWay: { en: 'Begun before', hi: 'पहले शुरू हुए' },
  cutOff: {
    en: 'Sent on another page, or cut off. To go on, choose the same file again by {until}.',
    hi: 'किसी और पेज से भेजी जा रही है, या बीच में रुक गई। आगे बढ़ने के लिए {until} तक वही फ़ाइल दोबारा चुनें।',
  },
  byOther: {
    en: 'Somebody else is sending this.',
    hi: 'इसे कोई और भेज रहा है।',
  },
  chooseSame: { en: 'Choose the same file', hi: 'वही फ़ाइल चुनें' },
  notSame: {
    en: 'That is another file: its name or size differs.',
    hi: 'यह दूसरी फ़ाइल है: नाम या आकार अलग है।',
  },
  part: { en: 'File {index} of the archive', hi: 'आर्काइव की फ़ाइल {index}' },
  warning: { en: 'Look at this', hi: 'ध्यान दें' },
  refusal: { en: 'Why not', hi: 'कारण' },
  note: { en: 'Note', hi: 'सूचना' },
  fields: {
    file: { en: 'File', hi: 'फ़ाइल' },
    state: { en: 'Where it stands', hi: 'स्थिति' },
    jaw: { en: 'Shows', hi: 'क्या दिखता है' },
    size: { en: 'Size', hi: 'आकार' },
    at: { en: 'Begun', hi: 'शुरू हुआ' },
  },
  toCase: { en: 'Go to the case', hi: 'केस पर जाएँ' },
  toVisit: { en: 'Go to the visit', hi: 'विज़िट पर जाएँ' },
  earlier: { en: 'All uploads of this case', hi: 'इस केस के सभी अपलोड' },
  noEarlier: { en: 'Nothing was uploaded yet.', hi: 'अभी कुछ अपलोड नहीं हुआ।' },
} as const;
