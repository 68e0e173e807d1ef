// What was done to an order, in a sentence: for its history and its receipt.

import { say, type Text } from '../../core/words';

/** What a step was; `{party}` is who took it. */
export const done: Readonly<Record<string, Text>> = {
  place: { en: 'Ordered by {party}', hi: '{party} ने ऑर्डर दिया' },
  accept: { en: 'Accepted by {party}', hi: '{party} ने स्वीकार किया' },
  reject: { en: 'Turned down by {party}', hi: '{party} ने लौटाया' },
  start: { en: 'Production begun by {party}', hi: '{party} ने बनाना शुरू किया' },
  put_on_hold: { en: 'Put on hold by {party}', hi: '{party} ने काम रोका' },
  resume: { en: 'Resumed by {party}', hi: '{party} ने काम फिर शुरू किया' },
  request_rescan: { en: 'New scans asked for by {party}', hi: '{party} ने नए स्कैन माँगे' },
  send_rescan: { en: 'New scans sent by {party}', hi: '{party} ने नए स्कैन भेजे' },
  finish: { en: 'Finished by {party}', hi: '{party} ने काम तैयार किया' },
  ship: { en: 'Shipped by {party}', hi: '{party} ने भेजा' },
  report_lost: { en: 'Parcel reported lost by {party}', hi: '{party} ने पार्सल खोने की सूचना दी' },
  deliver: { en: 'Delivery confirmed by {party}', hi: '{party} ने पहुँचने की पुष्टि की' },
  complete: { en: 'Completed by {party}', hi: '{party} ने ऑर्डर पूरा किया' },
  request_remake: {
    en: 'Remake asked for by {party}',
    hi: '{party} ने दोबारा बनाने का अनुरोध किया',
  },
  cancel: { en: 'Called off by {party}', hi: '{party} ने रद्द किया' },
  give_back: { en: 'Given back by {party}', hi: '{party} ने ऑर्डर वापस किया' },
  amend: { en: 'Day or shipment corrected by {party}', hi: '{party} ने तारीख या शिपमेंट सुधारा' },
  correct: {
    en: 'Patient’s details followed by {party}',
    hi: '{party} ने मरीज़ का विवरण सुधारा',
  },
};

const PARTIES: Readonly<Record<string, Text>> = {
  clinic: { en: 'the clinic', hi: 'क्लिनिक' },
  lab: { en: 'the lab', hi: 'लैब' },
  admin: { en: 'an admin', hi: 'एडमिन' },
  system: { en: 'the system', hi: 'सिस्टम' },
};
const MEMBERS: Readonly<Record<string, Text>> = {
  clinic: { en: 'clinic member {number}', hi: 'क्लिनिक सदस्य {number}' },
  lab: { en: 'lab member {number}', hi: 'लैब सदस्य {number}' },
  admin: { en: 'admin {number}', hi: 'एडमिन {number}' },
};

/** A party as it is stored, `the lab`, in the language of the screen. */
export function partyName(party: string): string {
  const known = PARTIES[party.replace(/^(the|an) /, '')];
  return known ? say(known) : party;
}

/** Who of a side, `lab member 1`, in the language of the screen. */
export function memberName(who: string): string {
  const [, side = '', number] = /^(clinic|lab|admin)(?: member)? (\d+)$/.exec(who) ?? [];
  const known = MEMBERS[side];
  return known ? say(known, { number }) : partyName(who);
}
