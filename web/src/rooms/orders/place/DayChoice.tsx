// By when the clinic wants it: as soon as the lab can have it ready, or a later day.

import { type OrderProblem, problemOf } from '@scanner/client';
import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import { day } from '../../../core/format';
import { labelOf } from '../../../core/names';
import { language, say } from '../../../core/words';
import { words } from './words';

/** The day. */
export function DayChoice(props: {
  /** The first day that the lab could have it ready on; null while it is not known. */
  readonly earliest: string | null;
  readonly chosen: string | null;
  readonly onChoose: (wanted_on: string | null) => void;
  readonly problems: readonly OrderProblem[];
}): JSX.Element {
  const { earliest, chosen, onChoose } = props;
  const id = useId();
  const wrong = props.problems.filter(({ at }) => at === 'wanted_on');
  return (
    <div class="field">
      <label for={id}>{labelOf('wanted_on')}</label>
      <input
        id={id}
        type="date"
        data-field="wanted_on"
        min={earliest ?? undefined}
        value={chosen ?? earliest ?? ''}
        aria-invalid={wrong.length > 0 || undefined}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      />
      <small id={`${id}-hint`}>
        {earliest && wrong.length === 0 && say(words.earliest, { day: day(earliest) })}
        {wrong.map((each) => (
          <span key={each.reason} class="problem">
            {problemOf({ ...each.details, ...each }, language.value)}
          </span>
        ))}
      </small>
    </div>
  );
}
