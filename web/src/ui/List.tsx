// A list on the screen: its rows, what to do where there are none, and the next page.

import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Ended, Listed, Row, Watched } from '../core/watch';
import { say, type Text } from '../core/words';
import { FaultNote } from './Fault';
import type { Answer, Pages } from './useCall';
import { words } from './words';

/** A column of a table; on a phone a line of the card that the row becomes. */
export interface Column<T> {
  readonly label: Text;
  readonly cell: (row: T) => ComponentChildren;
  /** Amounts and counts stand at the right. */
  readonly figures?: boolean;
}

interface TableProps<T> {
  /** What the table holds, for those who do not see it. */
  readonly caption: Text;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly keyOf: (row: T) => string;
}

/** A table of rows; cards on a phone. */
export function Table<T>({ caption, rows, columns, keyOf }: TableProps<T>): JSX.Element {
  return (
    <table>
      <caption class="hidden">{say(caption)}</caption>
      <thead>
        <tr>
          {columns.map(({ label, figures }) => (
            <th scope="col" key={label.en} class={figures ? 'figures' : undefined}>
              {say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-row={keyOf(row)}>
            {columns.map(({ label, cell, figures }) => (
              <td key={label.en} data-label={say(label)} class={figures ? 'figures' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ListTableProps<T> {
  readonly caption: Text;
  readonly list: Listed<T>;
  readonly columns: readonly Column<Row<T>>[];
  /** What to do where there is nothing. */
  readonly empty: Text;
}

/** A list of Firestore as a table. */
export function ListTable<T>({ caption, list, columns, empty }: ListTableProps<T>): JSX.Element {
  return (
    <ListOf list={list} empty={empty}>
      {(rows) => <Table caption={caption} rows={rows} columns={columns} keyOf={({ id }) => id} />}
    </ListOf>
  );
}

interface ListOfProps<T> {
  readonly list: Listed<T>;
  readonly empty: Text;
  readonly children: (rows: readonly Row<T>[]) => ComponentChildren;
}

/** A list of Firestore, drawn by the page. */
export function ListOf<T>({ list, empty, children }: ListOfProps<T>): JSX.Element {
  const { rows, ended, more, again } = list;
  if (ended !== null) return <EndedNote why={ended} again={again} />;
  if (rows === undefined) return <Waiting />;
  if (rows.length === 0) return <Empty text={empty} />;
  return (
    <>
      {children(rows)}
      {more && <More more={more} />}
    </>
  );
}

/** A list of a callable, drawn by the page. */
export function PagesOf<T>(props: {
  readonly pages: Pages<T>;
  readonly empty: Text;
  readonly children: (rows: readonly T[]) => ComponentChildren;
}): JSX.Element {
  const { rows, fault, more, again } = props.pages;
  if (fault) return <FaultNote fault={fault} again={again} />;
  if (rows === undefined) return <Waiting />;
  if (rows.length === 0) return <Empty text={props.empty} />;
  return (
    <>
      {props.children(rows)}
      {more && <More more={more} />}
    </>
  );
}

/** An answer of a callable, once it is there. */
export function AnswerOf<T>(props: {
  readonly answer: Answer<T>;
  readonly children: (data: T) => ComponentChildren;
}): JSX.Element {
  const { data, fault, again } = props.answer;
  if (fault) return <FaultNote fault={fault} again={again} />;
  if (data === undefined) return <Waiting />;
  return <>{props.children(data)}</>;
}

/** A document, once it is there. */
export function DocumentOf<T>(props: {
  readonly document: Watched<T>;
  readonly children: (data: Row<T>) => ComponentChildren;
}): JSX.Element {
  const { data, ended, again } = props.document;
  if (ended !== null) return <EndedNote why={ended} again={again} />;
  if (data === undefined) return <Waiting />;
  if (data === null) return <Empty text={words.notThere} />;
  return <>{props.children(data)}</>;
}

/** Reads the next page when pressed; what failed can be pressed again. */
export function More({ more }: { more: () => Promise<void> }): JSX.Element {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const read = async () => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    await more().catch(setFault);
    setBusy(false);
  };
  return (
    <div class="actions" aria-busy={busy}>
      {fault !== null && <FaultNote fault={fault} />}
      <button type="button" class="secondary outline" data-more onClick={() => void read()}>
        {say(words.more)}
      </button>
    </div>
  );
}

/** What stands where there is nothing yet. */
export function Empty({
  text,
  children,
}: {
  text: Text;
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="empty">
      <p>{say(text)}</p>
      {children}
    </div>
  );
}

/** Shown until the server has answered. */
export function Waiting(): JSX.Element {
  return (
    <p aria-busy="true" class="waiting">
      {say(words.waiting)}
    </p>
  );
}

/** Why a list or a document is not shown any more. */
export function EndedNote(props: {
  readonly why: Ended;
  readonly again?: (() => void) | undefined;
}): JSX.Element | null {
  const { why, again } = props;
  if (why === 'account') return null; // the whole page tells it
  return (
    <div class="empty">
      <p role="status">{say(why === 'gone' ? words.gone : words.lost)}</p>
      {why === 'connection' && again && (
        <button type="button" class="secondary" data-again onClick={again}>
          {say(words.again)}
        </button>
      )}
    </div>
  );
}
