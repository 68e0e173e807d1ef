// What the desk of privacy makes of time limits and of two months' reviews, without a page.

import { leftOf } from '../../../../web/src/rooms/privacy/clock';
import { counted, monthBefore } from '../../../../web/src/rooms/privacy/reviews/months';

/** The answers to what is asked, by the same names. */
export function answers({ clocks, months, counts }) {
  return {
    clocks: clocks.map((each) => leftOf(...each.map((at) => new Date(at)))),
    months: months.map(monthBefore),
    counts: counts.map(([now, before]) => counted(now, before)),
  };
}
