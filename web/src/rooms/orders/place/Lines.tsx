// The lines of an order: each with its service, teeth, material and shade.

import type { FindingForClinic, OrderProblem } from '@scanner/client';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../../../core/words';
import { ItemEditor } from '../../../odontogram/ItemEditor';
import { EMPTY, type ItemDraft, type Offered } from '../../../odontogram/items';
import css from '../orders.module.css';
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
  const box = useRef<HTMLDivElement>(null);
  // Where a line came or went, the focus goes on: to the new line, or to the button for another one.
  const focus = (selector: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus());
  const add = () => {
    onChange([...lines, EMPTY]);
    focus(`[data-field="items.${lines.length}.service_id"]`);
  };
  const remove = (at: number) => {
    onChange(lines.filter((_, i) => i !== at));
    focus('[data-add]');
  };
  return (
    <div ref={box}>
      {lines.map((line, at) => (
        <fieldset key={at} class={`part ${css.line}`} data-group={`items.${at}`}>
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
              onClick={() => remove(at)}
            >
              {say(words.removeLine)}
            </button>
          )}
        </fieldset>
      ))}
      {lines.length < MOST && (
        <button type="button" class="secondary outline" data-add="items" onClick={add}>
          {say(words.addLine)}
        </button>
      )}
    </div>
  );
}
