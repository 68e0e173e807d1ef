// New scans for a lab that asked for them: chosen from the case, checked, and sent.

import { type ItemRequest, type OrderForClinic, type OrderItem, states } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { scanner } from '../../core/scanner';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { Section } from '../../ui/Facts';
import { FaultNote } from '../../ui/Fault';
import { ActionForm } from '../../ui/form/ActionForm';
import { nameText } from '../../ui/Steps';
import { FilesChoice } from './FilesChoice';
import { useCheck } from './place/useCheck';
import { SignOff, warningsOf } from './SignOff';
import { words } from './words';

/** The form where the lab waits for scans; nothing in all other states. */
export function Rescan({ order }: { order: Row<OrderForClinic> }): JSX.Element | null {
  return states.order.steps(order.state, 'clinic').includes('send_rescan') ? (
    <Section title={words.rescan}>
      <Sending order={order} />
    </Section>
  ) : null;
}

function Sending({ order }: { order: Row<OrderForClinic> }) {
  const { clinic_id: org, case_id } = order;
  const [left, setLeft] = useState<readonly string[]>([]);
  const [signed, setSigned] = useState<readonly string[]>([]);
  const files = useList(
    () => scanner().lists.clinicFilesOfCaseCurrent({ org, case_id }),
    [org, case_id],
  );
  const pairs = useList(() => scanner().lists.clinicPairsOfCase({ org, case_id }), [org, case_id]);
  const rows = files.rows ?? [];
  const chosen = rows.filter(({ id }) => !left.includes(id));
  const file_ids = chosen.map(({ id }) => id);
  const known = order.files.map(({ file_id }) => file_id);
  // What is asked for the order anew; of the answer only what was found in the scans counts here.
  const request = {
    case_id,
    lab_id: order.lab_id,
    items: order.items.map(itemOf),
    file_ids,
    proceed_with_warnings: true,
  };
  const since = (pairs.rows ?? []).map(({ id }) => id).join(' ');
  const check = useCheck(rows.length > 0 ? request : null, since);
  const findings = check.data?.findings ?? [];
  const warnings = warningsOf(findings, chosen);
  const allSigned = warnings.every((each) => signed.includes(each));
  const ready =
    file_ids.length === 0
      ? words.filesFirst
      : check.data === undefined
        ? words.checking
        : allSigned || words.signFirst;
  return (
    <>
      <p>{say(words.rescanHow)}</p>
      <p class="actions">
        <a href={`/cases/${case_id}`} class="button secondary" data-go="case">
          {say(words.openCase)}
        </a>
      </p>
      {rows.length > 0 && rows.every(({ id }) => known.includes(id)) && (
        <p class="problem">{say(words.noneNew)}</p>
      )}
      <ActionForm
        callable="labs/move_order"
        of={order.id}
        ask={[]}
        given={{
          order_id: order.id,
          action: 'send_rescan',
          file_ids,
          proceed_with_warnings: warnings.length > 0 && allSigned,
        }}
        label={nameText('OrderAction', 'send_rescan')}
        ready={ready}
        onFault={() => {
          check.again();
          return false;
        }}
      >
        <FilesChoice
          files={files}
          chosen={file_ids}
          known={known}
          problems={(check.data?.problems ?? []).filter(({ at }) => at.startsWith('file_ids'))}
          onSwitch={(id) =>
            setLeft(left.includes(id) ? left.filter((each) => each !== id) : [...left, id])
          }
        />
        <div aria-busy={check.busy}>
          {check.fault !== null && <FaultNote fault={check.fault} again={check.again} beside />}
          <SignOff
            case_id={case_id}
            findings={findings}
            files={chosen}
            signed={signed}
            onSigned={setSigned}
          />
        </div>
      </ActionForm>
    </>
  );
}

/**
 * A line of an order as the check takes it: what a newer release wrote is told there as what it is.
 * Work for arches names no teeth, also in old orders.
 */
const itemOf = (item: OrderItem) =>
  ({
    service_id: item.service_id,
    ...(item.units.length > 0 ? { units: item.units } : { teeth: item.teeth }),
    arches: item.arches,
    material: item.material,
    shade: item.shade,
  }) as unknown as ItemRequest;
