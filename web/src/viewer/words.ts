// What the viewer of scans says.

import type { Text } from '../core/words';

export const words = {
  open: { en: 'Show in 3D', hi: '3D में देखें' },
  opening: { en: 'Opening the viewer…', hi: 'व्यूअर खुल रहा है…' },
  close: { en: 'Close 3D', hi: '3D बंद करें' },
  picture: { en: 'Picture of the scan', hi: 'स्कैन की तस्वीर' },
  title: { en: 'Scans in 3D', hi: 'स्कैन 3D में' },
  canvas: {
    en: 'The scan. Turn it with the arrow keys, zoom with plus and minus.',
    hi: 'स्कैन। तीर वाली कुंजियों से घुमाएँ, + और − से पास या दूर करें।',
  },
  keys: { en: 'Mouse, fingers and keys', hi: 'माउस, उँगलियाँ और कुंजियाँ' },
  hands: {
    en: 'Drag to turn. Drag with the right button or two fingers to move. Wheel or two fingers to zoom.',
    hi: 'घुमाने के लिए खींचें। खिसकाने के लिए दाएँ बटन या दो उँगलियों से खींचें। पास या दूर करने के लिए व्हील या दो उँगलियाँ चलाएँ।',
  },
  keyboard: {
    en: 'Arrow keys turn, with Shift they move. + and − zoom, R goes back to the start. While measuring, Enter sets a point at the cross.',
    hi: 'तीर वाली कुंजियाँ घुमाती हैं, Shift के साथ खिसकाती हैं। + और − से पास या दूर करें, R से शुरुआत पर लौटें। नापते समय Enter से क्रॉस पर बिंदु लगता है।',
  },
  loading: { en: 'Loading {name}…', hi: '{name} लोड हो रहा है…' },
  fullScreen: { en: 'Full screen', hi: 'पूरी स्क्रीन' },
  leaveFullScreen: { en: 'Leave full screen', hi: 'पूरी स्क्रीन से बाहर आएँ' },

  sides: { en: 'Look from', hi: 'कहाँ से देखें' },
  front: { en: 'Front', hi: 'सामने' },
  back: { en: 'Back', hi: 'पीछे' },
  left: { en: 'Patient’s left', hi: 'मरीज़ का बायाँ' },
  right: { en: 'Patient’s right', hi: 'मरीज़ का दायाँ' },
  upper: { en: 'Upper chewing side', hi: 'ऊपरी चबाने वाली सतह' },
  lower: { en: 'Lower chewing side', hi: 'निचली चबाने वाली सतह' },
  reset: { en: 'Back to the start', hi: 'शुरुआत पर लौटें' },
  nearer: { en: 'Zoom in', hi: 'पास लाएँ' },
  farther: { en: 'Zoom out', hi: 'दूर करें' },
  turned: { en: 'Seen from: {side}', hi: 'यहाँ से दिख रहा है: {side}' },
  rightLetter: { en: 'R', hi: 'दा' },
  leftLetter: { en: 'L', hi: 'बा' },
  fileAxes: {
    en: 'No row of teeth was recognised in these scans: front, left and right are those of the file, and may be wrong.',
    hi: 'इन स्कैन में दाँतों की पंक्ति नहीं पहचानी गई: सामने, बायाँ और दायाँ फ़ाइल के अपने हैं और ग़लत हो सकते हैं।',
  },

  scans: { en: 'Scans', hi: 'स्कैन' },
  transparency: { en: 'Transparency of {name}', hi: '{name} की पारदर्शिता' },
  percent: { en: '{percent} %', hi: '{percent} %' },
  shown: { en: '{name}: shown', hi: '{name}: दिख रहा है' },
  hidden: { en: '{name}: hidden', hi: '{name}: छिपा है' },

  cut: { en: 'Cut', hi: 'काट' },
  cutNone: { en: 'No cut', hi: 'कोई काट नहीं' },
  cutX: { en: 'Left to right', hi: 'बाएँ से दाएँ' },
  cutY: { en: 'Top to bottom', hi: 'ऊपर से नीचे' },
  cutZ: { en: 'Front to back', hi: 'आगे से पीछे' },
  cutAt: { en: 'Where it is cut', hi: 'कहाँ काटा जाए' },
  cutOther: { en: 'Show the other side', hi: 'दूसरी ओर दिखाएँ' },
  cutSaid: {
    en: 'Cut: {axis}, {percent} %. The red line is the edge.',
    hi: 'काट: {axis}, {percent} %। लाल रेखा कटा हुआ किनारा है।',
  },

  measure: { en: 'Measure', hi: 'नापें' },
  measureOn: { en: 'Measure between two points', hi: 'दो बिंदुओं के बीच नापें' },
  measureAtCross: { en: 'Set a point at the cross', hi: 'क्रॉस पर बिंदु लगाएँ' },
  measureClear: { en: 'Remove the points', hi: 'बिंदु हटाएँ' },
  measureFirst: {
    en: 'Touch the first point on the scan, or turn it until the cross is there.',
    hi: 'स्कैन पर पहला बिंदु छुएँ, या उसे घुमाकर क्रॉस को वहाँ लाएँ।',
  },
  measureSecond: { en: 'Now the second point.', hi: 'अब दूसरा बिंदु।' },
  measureMissed: { en: 'There is no scan at that place.', hi: 'उस जगह पर स्कैन नहीं है।' },
  distance: { en: '{mm} mm', hi: '{mm} मि.मी.' },
  distanceSaid: { en: 'Distance: {mm} mm', hi: 'दूरी: {mm} मि.मी.' },
  scale: {
    en: 'In a straight line, by the scanner’s own scale. It is no substitute for a calibrated measurement.',
    hi: 'सीधी रेखा में, स्कैनर के अपने पैमाने से। यह अंशांकित नाप की जगह नहीं ले सकता।',
  },

  marks: { en: 'Marked on the scan', hi: 'स्कैन पर चिह्नित' },
  hole: { en: 'Hole of {across} mm', hi: '{across} मि.मी. का छेद' },
  looking: { en: 'Looking at: {number}. {text}', hi: 'यह दिख रहा है: {number}. {text}' },

  again: { en: 'Try again', hi: 'दोबारा कोशिश करें' },
  failed: { en: '{name} cannot be shown. {why}', hi: '{name} नहीं दिख सकता। {why}' },
  noWebGL: {
    en: 'This browser shows no 3D. Turn on hardware acceleration in its settings, or open this page in a current Chrome, Edge, Firefox or Safari.',
    hi: 'यह ब्राउज़र 3D नहीं दिखाता। उसकी सेटिंग में हार्डवेयर एक्सेलरेशन चालू करें, या यह पेज नए Chrome, Edge, Firefox या Safari में खोलें।',
  },
  noChunk: {
    en: 'The viewer could not be loaded. Check the connection and try again; if that does not help, reload the page.',
    hi: 'व्यूअर लोड नहीं हुआ। इंटरनेट जाँचें और दोबारा कोशिश करें; फिर भी न हो, तो पेज दोबारा लोड करें।',
  },
} as const satisfies Record<string, Text>;

/** Why a scan cannot be shown, and what to do. */
export const faults = {
  expired: {
    en: 'Its link is no longer valid. Try again.',
    hi: 'उसका लिंक अब मान्य नहीं है। दोबारा कोशिश करें।',
  },
  gone: {
    en: 'The file is no longer there. Reload the page to see what there is.',
    hi: 'फ़ाइल अब नहीं है। जो है, उसे देखने के लिए पेज दोबारा लोड करें।',
  },
  lost: {
    en: 'The connection was lost. Check it and try again.',
    hi: 'इंटरनेट टूट गया। उसे जाँचें और दोबारा कोशिश करें।',
  },
  unreadable: {
    en: 'The file cannot be read as a scan. Try again; if it stays so, tell Scanner’s support.',
    hi: 'फ़ाइल स्कैन की तरह नहीं पढ़ी जा सकी। दोबारा कोशिश करें; फिर भी ऐसा हो, तो Scanner की सहायता टीम को बताएँ।',
  },
} as const satisfies Record<string, Text>;
