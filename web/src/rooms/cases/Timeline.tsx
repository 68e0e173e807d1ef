// What happened with a case, the last event first; read once somebody opens it.

import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { language, say } from '../../core/words';
import { Folded } from '../../ui/Folded';
import { ListOf } from '../../ui/List';
import type { OfCase } from './CasePage';
import { eventText } from './events';
import { words } from './words';

/** The timeline, folded at first. */
export function TimelineBox({ of }: { of: OfCase }): JSX.Element {
  return (
    <Folded title={words.timeline} name="timeline">
      {() => <Timeline of={of} />}
    </Folded>
  );
}

function Timeline({ of }: { of: OfCase }) {
  const events = useList(() => scanner().lists.clinicEventsOfCase(of), [of.case_id]);
  return (
    <ListOf list={events} empty={words.noEvents}>
      {(rows) => (
        <ul class="events">
          {rows.map((event) => (
            <li key={event.id} data-row={event.id}>
              {eventText(event)}{' '}
              <small>
                {moment(event.at)},{' '}
                {say(words.by, { who: nameOf('Party', event.party, language.value) })}
              </small>
            </li>
          ))}
        </ul>
      )}
    </ListOf>
  );
}
