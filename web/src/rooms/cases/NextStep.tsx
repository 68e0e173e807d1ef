// What to do next with a case, and the ways on that its status allows.

import { type Case, type OrderForClinic, states } from '@scanner/client';
import type { JSX } from 'preact';
import type { Row } from '../../core/watch';
import { say } from '../../core/words';
import css from './cases.module.css';
import { nextOf } from './next';
import { words } from './words';

interface NextStepProps {
  readonly own: Row<Case>;
  /** The actions that the table allows the clinic. */
  readonly steps: readonly string[];
  readonly orders: readonly OrderForClinic[];
}

/** The sentence with its links, the main one first. */
export function NextStep({ own, steps, orders }: NextStepProps): JSX.Element {
  const goesOn = orders.some(({ state }) => states.order.table.some(([from]) => from === state));
  const { text, way } = nextOf(own.status, goesOn);
  const links: readonly (readonly [string, boolean, string, { en: string; hi: string }])[] = [
    ['order', hasFiles(own) && steps.includes('link'), `/cases/${own.id}/order`, words.order],
    ['visit', own.visit_id !== null, `/visits/${own.visit_id}`, words.toVisit],
    ['request', steps.includes('request_visit'), `/cases/${own.id}/visit`, words.requestVisit],
    ['patient', way === 'patient', `/patients/${own.patient_id}`, words.toPatient],
  ];
  const shown = links.filter(([, allowed]) => allowed);
  return (
    <div class={css.next} data-next={way ?? 'nothing'}>
      <p>{say(text)}</p>
      {shown.length > 0 && (
        <div class="actions">
          {shown.map(([go, , href, label]) => (
            <a key={go} class={go === way ? 'button' : 'button secondary'} href={href} data-go={go}>
              {say(label)}
            </a>
          ))}
        </div>
      )}
    </div>
  );
}

const hasFiles = ({ current }: Case) => Object.keys(current).length > 0;
