// The tooth chart: the teeth as a dentist sees them who faces the patient, to choose from by the
// rules of the work, with what was found in the scans at each of them.

import type { Arch, Service } from '@scanner/client';
import { useId, useState } from 'preact/hooks';
import { nameOf } from '../core/names';
import { language, say } from '../core/words';
import { ChartFindings, ChartLegend } from './ChartNotes';
import type { Mark } from './findings';
import { HalfRow } from './HalfRow';
import { type Chosen, factsOf, switched, taken, takes, tapped, teethIn } from './items';
import { lookOf, spokenName, summaryOf } from './looks';
import { type LineProblem, placeProblems, sentenceOf, tellNow } from './problems';
import { neighbour, opposite, rows, teethOf, toothAt } from './teeth';
import { CHART, SIDES } from './words';
import './odontogram.css';
import './tooth.css';

/** Where the tab key enters a chart in which nothing is chosen: the upper row's beginning. */
const FIRST = 18;
const NO_TEETH: ReadonlySet<number> = new Set();

/** What a chart is drawn from. */
export interface OdontogramProps<T extends Chosen> {
  /** The kind of the work, which says what is chosen: teeth, units of a bridge, or arches. */
  readonly work: Service['work'];
  /** What the price of the service is for: it says what work of the kind `other` must name. */
  readonly per: Service['per'];
  readonly value: T;
  /** Hears what is chosen now; without it the chart is shown and nothing can be changed. */
  readonly onChange?: ((value: T) => void) | undefined;
  readonly marks?: readonly Mark[];
  /** Teeth that no scan covers. */
  readonly unscanned?: ReadonlySet<number>;
  /** What else speaks against what is chosen, such as teeth that another line names. */
  readonly problems?: readonly LineProblem[];
  /** Where in the request the line stands, such as `items.0`. */
  readonly at?: string;
}

/** A chart of the teeth. */
export function Odontogram<T extends Chosen>(props: OdontogramProps<T>) {
  const { work, per, value, onChange, marks = [], unscanned = NO_TEETH, at = 'item' } = props;
  const facts = factsOf(work);
  const id = useId();
  const [current, setCurrent] = useState<number | null>(null);
  const [wanted, setMilk] = useState(false);
  const [said, announce] = useState('');
  const named = teethIn(onChange ? taken(value, facts) : value);
  const inMilk = [...named, ...marks.flatMap(({ teeth }) => teeth)].some(
    (tooth) => toothAt(tooth)?.deciduous,
  );
  const milk = wanted || inMilk;
  const shownAs = (choice: Chosen) => {
    const chosen = onChange ? taken(choice, facts) : choice;
    const problems = [...placeProblems(chosen, work, per), ...(props.problems ?? [])];
    return { work, value: chosen, problems, marks, unscanned };
  };
  const shown = shownAs(value);
  const pickable = onChange !== undefined && facts.named !== 'arches';
  const all = rows(milk).flatMap(teethOf);
  const stop = [current ?? named[0] ?? FIRST, FIRST].find((tooth) => all.includes(tooth));

  const tap = (tooth: number) => {
    const next = tapped(value, work, tooth);
    setCurrent(tooth);
    if (facts.named === 'units') announce(spokenName(lookOf(tooth, shownAs(next)), true));
    onChange?.(next);
  };
  const move = (event: KeyboardEvent, tooth: number) => {
    const row = rows(milk).find((each) => teethOf(each).includes(tooth));
    const ends = row ? teethOf(row) : [];
    const to = {
      ArrowLeft: neighbour(tooth, -1),
      ArrowRight: neighbour(tooth, 1),
      ArrowUp: opposite(tooth, -1, milk),
      ArrowDown: opposite(tooth, 1, milk),
      Home: ends.at(0),
      End: ends.at(-1),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(to);
    const chart = (event.currentTarget as HTMLElement).closest('.chart');
    chart?.querySelector<HTMLElement>(`[data-tooth="${to}"]`)?.focus();
  };

  return (
    <div class="odontogram">
      {pickable && (
        <p id={`${id}-hint`}>
          {say(HINTS[facts.named as keyof typeof HINTS])}{' '}
          <span class="keys">{say(CHART.keys)}</span>
        </p>
      )}
      {onChange && takes(facts, 'arches') && (
        <ArchChoice
          id={id}
          at={at}
          value={value.arches}
          onSwitch={(arch) => onChange(switched(value, arch))}
        />
      )}
      <fieldset
        class="chart"
        aria-label={say(CHART.title)}
        aria-describedby={pickable ? `${id}-hint` : undefined}
        data-field={pickable ? `${at}.${facts.named === 'units' ? 'units' : 'teeth'}` : undefined}
      >
        <p class="side right">{say(SIDES.right)}</p>
        <p class="side left">{say(SIDES.left)}</p>
        {rows(milk).flatMap(({ halves }) =>
          halves.map((half) => (
            <HalfRow
              key={half.teeth[0]}
              half={half}
              bridge={facts.named === 'units'}
              looks={half.teeth.map((tooth) => lookOf(tooth, shown))}
              stop={stop}
              described={(tooth) =>
                marks.flatMap(({ teeth }, index) =>
                  teeth.includes(tooth) ? `${id}-mark-${index}` : [],
                )
              }
              onTap={pickable ? tap : undefined}
              onMove={move}
              archId={onChange && facts.named === 'arches' ? `${id}-${half.arch}` : undefined}
            />
          )),
        )}
      </fieldset>
      <p class="summary">{summaryOf(shown.value)}</p>
      <p class="hidden" role="status">
        {said}
      </p>
      {onChange && (
        <ul class="problems" aria-live="polite">
          {tellNow(shown.problems)
            .filter(({ reason }) => reason !== `${facts.named}-missing`) // the summary says it
            .map((each, index) => (
              <li key={index}>{sentenceOf(each, language.value)}</li>
            ))}
        </ul>
      )}
      <ChartFindings id={id} marks={marks} />
      <ChartLegend
        looks={all.map((tooth) => lookOf(tooth, shown))}
        bridge={facts.named === 'units'}
      />
      {pickable && (
        <label class="milk">
          <input
            type="checkbox"
            checked={milk}
            disabled={inMilk}
            onChange={(event) => setMilk(event.currentTarget.checked)}
          />
          {say(CHART.milk)}
        </label>
      )}
    </div>
  );
}

const HINTS = {
  teeth: CHART.chooseTeeth,
  units: CHART.chooseUnits,
  any: CHART.chooseAny,
};

interface ArchChoiceProps {
  readonly id: string;
  readonly at: string;
  readonly value: readonly Arch[];
  readonly onSwitch: (arch: Arch) => void;
}

/** The two arches, each to be switched on and off. */
function ArchChoice({ id, at, value, onSwitch }: ArchChoiceProps) {
  return (
    <fieldset class="arches" data-field={`${at}.arches`}>
      <legend>{say(CHART.chooseArches)}</legend>
      {(['upper', 'lower'] as const).map((arch) => (
        <label key={arch}>
          <input
            type="checkbox"
            id={`${id}-${arch}`}
            aria-label={nameOf('Arch', arch)}
            checked={value.includes(arch)}
            onChange={() => onSwitch(arch)}
          />
          {nameOf('Arch', arch)}
        </label>
      ))}
    </fieldset>
  );
}
