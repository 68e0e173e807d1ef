// What stands below a chart: the findings at its teeth, and what its drawings mean.

import { nameOf } from '../core/names';
import { say } from '../core/words';
import type { Mark } from './findings';
import { spoken } from './looks';
import { Badge, type ToothLook } from './Tooth';
import { CHART, PART_LETTERS } from './words';

/** What was found at teeth, each with its severity in a word. */
export function ChartFindings({ id, marks }: { id: string; marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <section class="tooth-findings" aria-label={say(CHART.findings)}>
      <p class="title">{say(CHART.findings)}</p>
      <ul>
        {marks.map(({ teeth, severity, sentence, mend }, index) => (
          <li key={index} id={`${id}-mark-${index}`}>
            <Badge severity={severity} />
            <div>
              <strong>
                {say(CHART.found, { teeth, severity: nameOf('FindingSeverity', severity) })}
              </strong>{' '}
              {spoken(sentence)} {mend && spoken(mend)}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the drawings of a chart mean, of those that it has. */
export function ChartLegend({ looks, bridge }: { looks: readonly ToothLook[]; bridge: boolean }) {
  const has = (test: (look: ToothLook) => boolean) => looks.some(test);
  return (
    <ul class="legend" aria-label={say(CHART.legend)}>
      {bridge &&
        (['retainer', 'pontic'] as const).map((part) => (
          <li key={part}>
            <span class={`sample chosen ${part}`} aria-hidden="true">
              {say(PART_LETTERS[part])}
            </span>
            {nameOf('UnitPart', part)}
          </li>
        ))}
      {has(({ gap }) => gap) && (
        <li>
          <span class="sample gap" aria-hidden="true" />
          {say(CHART.gap)}
        </li>
      )}
      {has(({ unscanned }) => unscanned) && (
        <li>
          <span class="sample unscanned" aria-hidden="true" />
          {say(CHART.unscanned)}
        </li>
      )}
    </ul>
  );
}
