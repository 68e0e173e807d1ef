// What happened with a case, the last event first; read once somebody opens it.

import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { Fold } from '../../ui/Fold';
import { ListOf } from '../../ui/List';
import type { OfCase } from './CasePage';
import css from './cases.module.css';
import { eventText } from './events';
import { words } from './words';

/** The timeline, folded at first. */
export function TimelineBox({ of }: { of: OfCase }): JSX.Element {
  return (
    <Fold title={words.timeline} name="timeline">
      {() => <Timeline of={of} />}
    </Fold>
  );
}

function Timeline({ of }: { of: OfCase }) {
  const events = useList(() => scanner().lists.clinicEventsOfCase(of), [of.case_id]);
  return (
    <ListOf list={events} empty={words.noEvents}>
      {(rows) => (
        <ul class={css.events}>
          {rows.map((event) => (
            <li key={event.id} data-row={event.id}>
              {eventText(event)}{' '}
              <small>
                {moment(event.at)}, {say(words.by, { who: nameOf('Party', event.party) })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </ListOf>
  );
}
