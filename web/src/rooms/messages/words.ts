// What stands around messages.

export const words = {
  write: { en: 'Your message', hi: 'आपका संदेश' },
  send: { en: 'Send the message', hi: 'संदेश भेजें' },
  sent: { en: 'Sent.', hi: 'भेज दिया।' },
  you: { en: 'You', hi: 'आप' },
  parties: {
    clinic: { en: 'The clinic', hi: 'क्लिनिक' },
    lab: { en: 'The lab', hi: 'लैब' },
    admin: { en: 'Support', hi: 'सपोर्ट' },
    person: { en: 'Who asked', hi: 'पूछने वाले' },
    system: { en: 'Scanner', hi: 'Scanner' },
  },
  attach: {
    en: 'Photographs or scans to send along (optional)',
    hi: 'साथ भेजने के लिए फ़ोटो या स्कैन (वैकल्पिक)',
  },
  waiting: { en: 'Waiting …', hi: 'प्रतीक्षा में …' },
  sending: { en: 'Sending, {percent} %', hi: 'भेजा जा रहा है, {percent} %' },
  judging: { en: 'Being examined …', hi: 'जाँच हो रही है …' },
  ready: { en: 'Ready to be sent', hi: 'भेजने के लिए तैयार' },
  rejected: { en: 'Not let in:', hi: 'स्वीकार नहीं हुई:' },
  failed: { en: 'Not sent', hi: 'नहीं भेजी गई' },
  takeOut: { en: 'Take out', hi: 'हटाएँ' },
  filesFirst: {
    en: 'Wait until the files are there, or take them out.',
    hi: 'फ़ाइलें पहुँचने तक रुकें, या उन्हें हटाएँ।',
  },
  showFiles: { en: 'Show the files ({count})', hi: 'फ़ाइलें देखें ({count})' },
  filesCome: { en: 'The files are being fetched …', hi: 'फ़ाइलें लाई जा रही हैं …' },
  photograph: { en: 'Save photograph {number}', hi: 'फ़ोटो {number} सहेजें' },
  scan: { en: 'Save scan {number}', hi: 'स्कैन {number} सहेजें' },
  ended: {
    en: 'The links have expired: ask for them again.',
    hi: 'लिंक की अवधि समाप्त हुई: दोबारा माँगें।',
  },
} as const;
