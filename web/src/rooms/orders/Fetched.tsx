// Which files the lab was given links to, and when: read where somebody wants to see it.

import type { OrderForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { moment } from '../../core/format';
import { scanner } from '../../core/scanner';
import { type Row, useList } from '../../core/watch';
import { say } from '../../core/words';
import { ListOf } from '../../ui/List';
import { fileName } from './FilesChoice';
import { words } from './words';

/** The list. */
export function Fetched({ order }: { order: Row<OrderForClinic> }): JSX.Element {
  const { clinic_id: org, id: order_id } = order;
  const list = useList(
    () => scanner().lists.clinicSharesOfOrder({ org, order_id }),
    [org, order_id],
  );
  const nameOfFile = (file_id: string) => {
    const file = order.files.find((each) => each.file_id === file_id);
    return file ? fileName(file) : say(words.otherFile);
  };
  return (
    <ListOf list={list} empty={words.notFetched}>
      {(shares) => (
        <ul>
          {shares.map(({ id, file_id, at }) => (
            <li key={id}>
              {say(words.fetchedAt, { file: nameOfFile(file_id), moment: moment(at) })}
            </li>
          ))}
        </ul>
      )}
    </ListOf>
  );
}
