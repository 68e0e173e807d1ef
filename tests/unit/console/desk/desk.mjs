// What the desk of admins makes of visits, days and documents, without a page.

import { pageOf } from '../../../../web/src/rooms/audit/subjects';
import { ahead, roundsOf } from '../../../../web/src/rooms/board/day';
import { UNASSIGNED, UNDER_WAY } from '../../../../web/src/rooms/board/states';
import { countable } from '../../../../web/src/rooms/figures/days';

/** The answers to what is asked, by the same names. */
export function answers({ visits, from, until, slots, now, days, paths }) {
  const rounds = roundsOf(visits, new Date(from), new Date(until));
  return {
    rounds: rounds.map((round) => [round.operator, round.visits.map(({ id }) => id)]),
    ahead: ahead(slots, new Date(now)).map(({ starts_at }) => starts_at),
    unassigned: UNASSIGNED,
    under_way: UNDER_WAY,
    days: days.map(([first_day, last_day]) => countable({ first_day, last_day })),
    paths: paths.map(pageOf),
  };
}
