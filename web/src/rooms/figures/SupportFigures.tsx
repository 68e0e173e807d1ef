// How much was asked of support, and how long the first answers took.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import { Facts } from '../../ui/Facts';
import { AnswerOf } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { Bars, shareBar } from './Bars';
import type { Days } from './days';
import { words } from './words';

/** For admins. */
export function SupportFigures({ days }: { days: Days }): JSX.Element {
  const answer = useCall('support/get_figures', { ...days });
  return (
    <AnswerOf answer={answer}>
      {({ opened, answered, closed, waiting, slow, average_minutes }) => (
        <>
          <Bars
            title={words.tickets}
            bars={[
              { name: say(words.opened), value: opened },
              { name: say(words.answered), value: answered },
              { name: say(words.closed), value: closed },
              { name: say(words.waiting), value: waiting },
              ...shareBar(words.slow, slow),
            ]}
          />
          <Facts rows={[[words.average, average_minutes !== null && lasting(average_minutes)]]} />
        </>
      )}
    </AnswerOf>
  );
}

const lasting = (minutes: number) =>
  minutes < 120
    ? say(words.minutes, { minutes })
    : say(words.hours, { hours: Math.round(minutes / 60) });
