// A time limit that runs: in words, with its end, and as a bar.

import type { JSX } from 'preact';
import { now } from '../../core/clock';
import { dateOf, type Instant, moment } from '../../core/format';
import { say } from '../../core/words';
import { leftOf } from './clock';
import css from './privacy.module.css';
import { words } from './words';

const LEFT = { days: words.daysLeft, hours: words.hoursLeft, hour: words.hourLeft };
const OVER = { days: words.daysOver, hours: words.hoursOver, hour: words.hourOver };

/** Shows what is left of the time between two moments, on the server's clock. */
export function Clock({ from, until }: { from: Instant; until: Instant }): JSX.Element {
  const { used, over, unit, count } = leftOf(dateOf(from), dateOf(until), now());
  const text = say((over ? OVER : LEFT)[unit], { count });
  return (
    <span class={over ? `${css.clock} ${css.over}` : css.clock} data-clock={over ? 'over' : 'left'}>
      <strong>{text}</strong>
      <progress max={100} value={used} aria-label={text} />
      <small>{say(words.until, { at: moment(until) })}</small>
    </span>
  );
}
