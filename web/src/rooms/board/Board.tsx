// The day's board: the visits that need an operator first, then each operator's day by the hour.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { day, dayOf, startOf } from '../../core/format';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { AnswerOf, Empty } from '../../ui/List';
import { Person } from '../audit/Person';
import css from './board.module.css';
import { roundsOf } from './day';
import { UNASSIGNED, UNDER_WAY } from './states';
import { Appointment, Waiting } from './VisitCard';
import { useRead, type Visit, visitsOf } from './visits';
import { words } from './words';

/** The page. */
export default function Board(): JSX.Element {
  const answer = useRead(
    async () => ({
      unassigned: await visitsOf(UNASSIGNED),
      underWay: await visitsOf(UNDER_WAY),
    }),
    [],
  );
  return (
    <>
      <Heading title={words.board}>
        <button type="button" class="secondary outline" data-again onClick={answer.again}>
          {say(words.again)}
        </button>
      </Heading>
      <AnswerOf answer={answer}>
        {({ unassigned, underWay }) => (
          <>
            <section aria-busy={answer.busy}>
              <header class="heading">
                <h2>{say(words.unassigned)}</h2>
                <span class="badge">{unassigned.length}</span>
              </header>
              {unassigned.length === 0 ? (
                <Empty text={words.noUnassigned} />
              ) : (
                <ul class={`cards ${css.wall}`}>
                  {unassigned.map((visit) => (
                    <Waiting key={visit.visit_id} visit={visit} />
                  ))}
                </ul>
              )}
            </section>
            <Day visits={underWay} />
          </>
        )}
      </AnswerOf>
    </>
  );
}

function Day({ visits }: { visits: readonly Visit[] }) {
  const id = useId();
  const [on, setOn] = useState(dayOf());
  const rounds = roundsOf(visits, startOf(on), startOf(on, 1));
  const shown = rounds.reduce((sum, round) => sum + round.visits.length, 0);
  const move = (by: number) => setOn(dayOf(startOf(on, by)));
  return (
    <section>
      <header class="heading">
        <h2>{say(words.onDay, { day: day(on) })}</h2>
        <div class="actions">
          <label class="hidden" for={id}>
            {say(words.day)}
          </label>
          <input
            id={id}
            type="date"
            class={css.day}
            data-field="day"
            value={on}
            onChange={(event) => event.currentTarget.value && setOn(event.currentTarget.value)}
          />
          <button type="button" class="secondary outline" data-day="-1" onClick={() => move(-1)}>
            {say(words.before)}
          </button>
          <button type="button" class="secondary outline" data-day="1" onClick={() => move(1)}>
            {say(words.after)}
          </button>
        </div>
      </header>
      <div aria-live="polite">
        {rounds.length === 0 ? (
          <Empty text={words.noneOnDay} />
        ) : (
          <ul class={`cards ${css.wall}`}>
            {rounds.map(({ operator, visits: own }) => (
              <li key={operator} data-row={operator}>
                <h3>{operator === null ? say(words.nobody) : <Person uid={operator} />}</h3>
                <ol class={css.round}>
                  {own.map((visit) => (
                    <Appointment key={visit.visit_id} visit={visit} />
                  ))}
                </ol>
              </li>
            ))}
          </ul>
        )}
        {visits.length > shown && <p>{say(words.elsewhere, { count: visits.length - shown })}</p>}
      </div>
    </section>
  );
}
