// What a clinic does when the lab asks for new scans: have them in the case, then send them.

import { type OrderForClinic, states } from '@scanner/client';
import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Section } from '../../ui/Facts';
import { Later } from '../../ui/Later';
import css from './orders.module.css';
import { RescanForm } from './RescanForm';
import { words } from './words';

/** The way to the case and the form, where the lab waits for scans; nothing in all other states. */
export function Rescan({ order }: { order: Row<OrderForClinic> }): JSX.Element | null {
  return states.order.steps(order.state, 'clinic').includes('send_rescan') ? (
    <Section title={words.rescan}>
      <Sending order={order} />
    </Section>
  ) : null;
}

function Sending({ order }: { order: Row<OrderForClinic> }) {
  const { clinic_id: org, case_id } = order;
  const files = useList(
    () => scanner().lists.clinicFilesOfCaseCurrent({ org, case_id }),
    [org, case_id],
  );
  const known = order.files.map(({ file_id }) => file_id);
  const nothingNew = files.rows?.every(({ id }) => known.includes(id)) ?? false;
  const form = <RescanForm order={order} files={files} known={known} />;
  return (
    <>
      {nothingNew && <p>{say(words.noneNew)}</p>}
      <p>{say(words.rescanHow)}</p>
      <p class={css.ways}>
        <a href={`/cases/${case_id}`} data-go="case">
          {say(words.openCase)}
        </a>
      </p>
      {nothingNew ? (
        <Later title={words.sendSame} of="same-scans">
          {form}
        </Later>
      ) : (
        form
      )}
    </>
  );
}
