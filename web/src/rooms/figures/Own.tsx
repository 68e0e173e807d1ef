// One's own figures: of a clinic's or an operator's scans, or of a lab's work.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { role } from '../../core/session';
import { Heading } from '../../ui/Facts';
import { DayRange } from './DayRange';
import { lately } from './days';
import { LabFigures } from './LabFigures';
import { ScanFigures } from './ScanFigures';
import { words } from './words';

/** The page. */
export default function Own(): JSX.Element {
  const [days, setDays] = useState(lately);
  return (
    <>
      <Heading title={words.figures} />
      <DayRange days={days} onDays={setDays} />
      {role.value === 'lab' ? <LabFigures days={days} /> : <ScanFigures days={days} />}
    </>
  );
}
