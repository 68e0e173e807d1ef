// Sends new scans to a lab that asked for them: chosen from the case, checked, and signed off.

import type { FileForClinic, ItemRequest, OrderForClinic, OrderItem } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { scanner } from '../../core/scanner';
import { type Listed, type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { placesOf } from '../../odontogram/items';
import { FaultNote } from '../../ui/Fault';
import { ActionForm } from '../../ui/form/ActionForm';
import { nameText } from '../../ui/Steps';
import { ComparingNote } from './ComparingNote';
import { FilesChoice } from './FilesChoice';
import { SignOff } from './SignOff';
import { useCheck } from './useCheck';
import { drawnOf, useComparing } from './useComparing';
import { warningsOf } from './warnings';
import { words } from './words';

/** The form. */
export function RescanForm(props: {
  readonly order: Row<OrderForClinic>;
  readonly files: Listed<FileForClinic>;
  /** The files that the lab has. */
  readonly known: readonly string[];
}): JSX.Element {
  const { order, files, known } = props;
  const { clinic_id: org, case_id } = order;
  const [left, setLeft] = useState<readonly string[]>([]);
  const [signed, setSigned] = useState<readonly string[]>([]);
  const pairs = useList(() => scanner().lists.clinicPairsOfCase({ org, case_id }), [org, case_id]);
  const chosen = (files.rows ?? []).filter(({ id }) => !left.includes(id));
  const file_ids = chosen.map(({ id }) => id);
  // What is asked for the order anew; of the answer only what was found in the scans counts here.
  const request = {
    case_id,
    lab_id: order.lab_id,
    items: order.items.map(itemOf),
    file_ids,
    proceed_with_warnings: true,
  };
  const since = [...(pairs.rows ?? []).map(({ id }) => id), ...drawnOf(files.rows)].join(' ');
  const check = useCheck(chosen.length > 0 ? request : null, since);
  const findings = check.data?.findings ?? [];
  const warnings = warningsOf(findings, chosen);
  const allSigned = warnings.every((each) => signed.includes(each));
  const comparing = useComparing(findings);
  const ready = () => {
    if (file_ids.length === 0) return words.filesFirst;
    if (check.data === undefined) return words.checking;
    if (comparing.waiting) return words.compareFirst;
    return allSigned || words.signFirst;
  };
  return (
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
      ready={ready()}
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
        {check.busy && check.data === undefined && <p>{say(words.checking)}</p>}
        {check.fault !== null && <FaultNote fault={check.fault} again={check.again} beside />}
        <ComparingNote comparing={comparing} />
        <SignOff
          case_id={case_id}
          findings={findings}
          files={chosen}
          signed={signed}
          onSigned={setSigned}
        />
      </div>
    </ActionForm>
  );
}

/** A line of an order as the check takes it: what a newer release wrote is told there as what it is. */
const itemOf = (item: OrderItem) =>
  ({
    service_id: item.service_id,
    ...placesOf(item),
    material: item.material,
    shade: item.shade,
  }) as ItemRequest;
