// What the console makes of an order that is written, and says of its steps, without a page.

import { EMPTY } from '../../../../web/src/odontogram/items';
import { asksOf } from '../../../../web/src/rooms/bench/asks';
import { about, next as comes } from '../../../../web/src/rooms/bench/words';
import { followed } from '../../../../web/src/rooms/catalogue/follow';
import { NOTHING, placed, sendable, withLab } from '../../../../web/src/rooms/orders/place/draft';
import { readyOf } from '../../../../web/src/rooms/orders/place/ready';
import { words as placing } from '../../../../web/src/rooms/orders/place/words';
import { readyOn } from '../../../../web/src/rooms/orders/place/workdays';
import { reasonsOf } from '../../../../web/src/rooms/orders/reasons';
import { done } from '../../../../web/src/rooms/orders/steps-words';
import { warningsOf } from '../../../../web/src/rooms/orders/warnings';
import { next, words } from '../../../../web/src/rooms/orders/words';

const TEXTS = { ...words, ...placing };
const nameOf = (text) => Object.keys(TEXTS).find((name) => TEXTS[name] === text) ?? null;

/** The answers to what is asked, by the same names. */
export function answers({ days, progress, lines, services, problems, warned, steps, works }) {
  const draft = { ...NOTHING, lab_id: 'one', lines: lines.map((line) => ({ ...EMPTY, ...line })) };
  const sent = sendable(draft, services);
  return {
    days: days.map(({ received, turnaround, calendar }) => readyOn(received, turnaround, calendar)),
    progress: progress.map((at) => {
      const ready = readyOf(at);
      return ready === true || nameOf(ready);
    }),
    sent: sent.map(({ number, item }) => ({ number, ...item })),
    placed: placed(problems, sent).map(({ at }) => at),
    elsewhere: withLab(draft, 'two').lines,
    same: withLab(draft, 'one') === draft,
    warnings: warned.map(({ findings, files }) => warningsOf(findings, files)),
    reasons: steps.map(([state, action]) => reasonsOf(state, action)),
    states: Object.keys(next),
    actions: Object.keys(done),
    lab: { states: Object.keys(comes), about: Object.keys(about) },
    asks: steps.map(([state, action]) => asksOf(state, action)),
    priced: works.map(([work, per]) => followed({ work, per }, { work: '', per }).per),
  };
}
