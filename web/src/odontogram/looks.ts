// What a chart shows at each tooth, from what is chosen, what was found, and what was scanned.

import type { Service } from '@scanner/client';
import { nameOf } from '../core/names';
import { language, say } from '../core/words';
import type { Mark } from './findings';
import { type Chosen, factsOf } from './items';
import type { LineProblem } from './problems';
import type { ToothLook } from './Tooth';
import { neighbour, toothAt } from './teeth';
import { CHART, inner, toothName } from './words';

/** What looks are made of. */
export interface Shown {
  readonly work: Service['work'];
  readonly value: Chosen;
  readonly problems: readonly LineProblem[];
  readonly marks: readonly Mark[];
  readonly unscanned: ReadonlySet<number>;
}

/** The look of a tooth. */
export function lookOf(
  tooth: number,
  { work, value, problems, marks, unscanned }: Shown,
): ToothLook {
  const facts = factsOf(work);
  const part = partOf(value, tooth);
  const next = neighbour(tooth, 1);
  const arch = toothAt(tooth)?.arch;
  const here = marks.filter(({ teeth }) => teeth.includes(tooth));
  const chosen = part !== undefined || value.teeth.includes(tooth);
  return {
    tooth,
    chosen,
    part,
    covered: arch !== undefined && value.arches.includes(arch),
    implant: facts.on_implant,
    joined: part !== undefined && next !== undefined && partOf(value, next) !== undefined,
    gap: problems.some(({ missing }) => missing?.includes(tooth)),
    unscanned: unscanned.has(tooth),
    severity: here.find(({ severity }) => severity === 'warning')?.severity ?? here[0]?.severity,
  };
}

function partOf({ units }: Chosen, tooth: number) {
  return units.find((unit) => unit.tooth === tooth)?.part;
}

/** What a tooth is called in the chart, with what is told of it beside whether it is chosen. */
export function spokenName(look: ToothLook, bridge: boolean): string {
  const name = toothName(look.tooth);
  const facts = { tooth: name, part: look.part && inner(nameOf('UnitPart', look.part)) };
  const states = [
    look.implant && look.chosen && CHART.implant,
    look.gap && CHART.gap,
    look.unscanned && CHART.unscanned,
  ];
  return states.reduce<string>(
    (text, state) => (state ? say(CHART.and, { name: text, state: say(state) }) : text),
    bridge ? say(look.part ? CHART.unit : CHART.free, facts) : name,
  );
}

/** All that is chosen, in a sentence. */
export function summaryOf({ teeth, units, arches }: Chosen): string {
  const list = [
    ...units.map(({ tooth, part }) =>
      say(CHART.one, { tooth, part: inner(nameOf('UnitPart', part)) }),
    ),
    ...teeth.map(String),
    ...arches.map((arch) => nameOf('Arch', arch)),
  ];
  return list.length > 0 ? say(CHART.summary, { list }) : say(CHART.nothing);
}

/** The sentence of a text with both languages that needs no facts. */
export function spoken(text: { readonly en: string; readonly hi: string }): string {
  return text[language.value];
}
