// The devices that the own pushes go to.

import { deleteDoc } from 'firebase/firestore';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { moment } from '../../core/format';
import { nameOf } from '../../core/names';
import { scanner } from '../../core/scanner';
import { useList } from '../../core/watch';
import { say } from '../../core/words';
import { FaultNote } from '../../ui/Fault';
import { ListTable } from '../../ui/List';
import { words } from './words';

/** The list; a person takes a device away by deleting its document. */
export function Devices({ uid }: { uid: string }): JSX.Element {
  const [fault, setFault] = useState<unknown>(null);
  const list = useList(() => scanner().lists.ownDevices({ uid }), [uid]);
  const remove = (id: string) => {
    setFault(null);
    deleteDoc(scanner().documents.device(uid, id)).catch(setFault);
  };
  return (
    <>
      {fault !== null && <FaultNote fault={fault} />}
      <ListTable
        caption={words.devices}
        list={list}
        empty={words.noDevices}
        columns={[
          { label: words.device, cell: ({ platform }) => nameOf('Platform', platform) },
          { label: words.lastUsed, cell: ({ updated_at }) => moment(updated_at) },
          {
            label: words.removeDevice,
            cell: ({ id }) => (
              <button type="button" class="secondary" onClick={() => remove(id)}>
                {say(words.removeDevice)}
              </button>
            ),
          },
        ]}
      />
    </>
  );
}
