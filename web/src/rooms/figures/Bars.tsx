// Numbers as bars: a table whose bars are drawn beside the numbers, so it reads well either way.

import type { JSX } from 'preact';
import { whole } from '../../core/format';
import { say, type Text } from '../../core/words';
import css from './figures.module.css';
import { words } from './words';

/** One bar. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Of how many it is a part: the bar is drawn as this share, and the share told. */
  readonly of?: number;
}

/** Draws bars on one scale: the largest number is the full length, or the whole of a share. */
export function Bars({ title, bars }: { title: Text; bars: readonly Bar[] }): JSX.Element {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table class={css.bars}>
      <caption>{say(title)}</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{say(words.figure)}</th>
          <th scope="col">{say(words.number)}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.name} data-row={bar.name}>
            <th scope="row">{bar.name}</th>
            <td>
              <Line part={bar.value / (bar.of ?? most)} />
              <span class="figures">{told(bar)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The line of a bar; its number stands beside it in words. */
function Line({ part }: { part: number }) {
  const width = 100 * Math.min(1, part);
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect class={css.ground} width="100" height="10" />
      <rect class={css.line} width={width} height="10" />
    </svg>
  );
}

function told({ value, of }: Bar): string {
  if (of === undefined) return whole(value);
  const percent = Math.round((100 * value) / of);
  return say(words.share, { part: value, whole: of, percent });
}

/** A share of an answer as a bar; none where there is nothing to be a share of. */
export function shareBar(
  name: Text,
  rate: { readonly part: number; readonly whole: number } | null,
): readonly Bar[] {
  return rate === null ? [] : [{ name: say(name), value: rate.part, of: rate.whole }];
}
