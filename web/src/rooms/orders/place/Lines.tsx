// The lines of an order: each with its service, teeth, material and shade.

import type { FindingForClinic, OrderProblem } from '@scanner/client';
import type { JSX } from 'preact';
import { say } from '../../../core/words';
import { ItemEditor } from '../../../odontogram/ItemEditor';
import { EMPTY, type ItemDraft, type Offered } from '../../../odontogram/items';
import { clashesOf, type OrderDraft } from './draft';
import { words } from './words';

/** As many lines as an order takes. */
const MOST = 20;

/** The lines, each to be taken out again, and a button for another one. */
export function Lines(props: {
  readonly draft: OrderDraft;
  readonly services: readonly Offered[];
  readonly findings: readonly FindingForClinic[];
  readonly unscanned: ReadonlySet<number>;
  readonly problems: readonly OrderProblem[];
  readonly onChange: (lines: readonly ItemDraft[]) => void;
}): JSX.Element {
  const { draft, services, findings, onChange } = props;
  const { lines } = draft;
  const clashes = clashesOf(draft, services);
  return (
    <>
      {lines.map((line, at) => (
        <fieldset key={at} class="part" data-group={`items.${at}`}>
          <legend>{say(words.line, { number: at + 1 })}</legend>
          <ItemEditor
            services={services}
            draft={line}
            onChange={(changed) => onChange(lines.map((own, i) => (i === at ? changed : own)))}
            at={`items.${at}`}
            findings={findings}
            unscanned={props.unscanned}
            clashes={clashes.get(at) ?? []}
            problems={props.problems}
          />
          {lines.length > 1 && (
            <button
              type="button"
              class="secondary outline"
              data-remove={`items.${at}`}
              onClick={() => onChange(lines.filter((_, i) => i !== at))}
            >
              {say(words.removeLine)}
            </button>
          )}
        </fieldset>
      ))}
      {lines.length < MOST && (
        <button
          type="button"
          class="secondary outline"
          data-add="items"
          onClick={() => onChange([...lines, EMPTY])}
        >
          {say(words.addLine)}
        </button>
      )}
    </>
  );
}
