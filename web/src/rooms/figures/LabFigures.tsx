// How often a lab was on time, and what was asked for again, and why.

import type { JSX } from 'preact';
import { nameOf } from '../../core/names';
import { AnswerOf, Empty } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { type Bar, Bars, shareBar } from './Bars';
import type { Days } from './days';
import { words } from './words';

/** Of the reader's own lab, or for admins of the one that is named. */
export function LabFigures({ days, of }: { days: Days; of?: string }): JSX.Element {
  const answer = useCall('labs/get_figures', { ...days, ...(of && { lab_id: of }) });
  return (
    <AnswerOf answer={answer}>
      {({ on_time, remakes, remake_reasons, rescan_reasons }) => (
        <>
          {on_time === null && remakes === null ? (
            <Empty text={words.noDeliveries} />
          ) : (
            <Bars
              title={words.labTitle}
              bars={[...shareBar(words.onTime, on_time), ...shareBar(words.remakes, remakes)]}
            />
          )}
          <Bars title={words.remakeReasons} bars={barsOf(remake_reasons)} />
          <Bars title={words.rescanReasons} bars={barsOf(rescan_reasons)} />
        </>
      )}
    </AnswerOf>
  );
}

/** The most frequent reason first. */
const barsOf = (reasons: Readonly<Record<string, number | undefined>>): readonly Bar[] =>
  Object.entries(reasons)
    .map(([reason, value = 0]) => ({ name: nameOf('Reason', reason), value }))
    .toSorted((a, b) => b.value - a.value);
