// How many scans of a clinic or an operator had defects or were wanted anew.

import type { JSX } from 'preact';
import { say } from '../../core/words';
import { AnswerOf, Empty } from '../../ui/List';
import { useCall } from '../../ui/useCall';
import { Bars, shareBar } from './Bars';
import type { Days } from './days';
import { words } from './words';

/** Of the reader's own scans, or for admins of whose are named. */
export function ScanFigures({ days, of }: { days: Days; of?: string }): JSX.Element {
  const answer = useCall('scans/get_figures', { ...days, ...(of && { scanned_by: of }) });
  return (
    <AnswerOf answer={answer}>
      {({ defects, rescans, warned, rejected }) =>
        defects === null && rescans === null ? (
          <Empty text={words.noScans} />
        ) : (
          <Bars
            title={words.scansTitle}
            bars={[
              ...shareBar(words.defects, defects),
              ...(defects
                ? [
                    { name: say(words.warned), value: warned, of: defects.whole },
                    { name: say(words.rejected), value: rejected, of: defects.whole },
                  ]
                : []),
              ...shareBar(words.rescans, rescans),
            ]}
          />
        )
      }
    </AnswerOf>
  );
}
