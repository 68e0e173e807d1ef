// The results of a bank's file: pasted or read from a file, booked line by line.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import type { ControlProps } from '../../ui/form/Control';
import { Table } from '../../ui/List';
import css from '../wallet/wallet.module.css';
import { words } from './payout-words';

type Booked = CallableResponses['wallet/record_payout_file'];

/** The form, and what became of each line. */
export function BankResults({ onDone }: { onDone: () => void }): JSX.Element {
  const [booked, setBooked] = useState<Booked | null>(null);
  return (
    <>
      <p>{say(words.resultsAbout)}</p>
      <ActionForm
        callable="wallet/record_payout_file"
        label={words.results}
        labels={{ lines: words.lines }}
        controls={{ lines: Lines }}
        onDone={(answer) => {
          setBooked(answer);
          onDone();
        }}
      />
      <div role="status">
        {booked && (
          <Table
            caption={words.results}
            rows={booked.lines}
            keyOf={({ line }) => String(line)}
            columns={[
              { label: words.line, cell: ({ line }) => line, figures: true },
              {
                label: words.payout,
                cell: ({ payout_id }) => (
                  <a class={css.id} href={`/payouts/${payout_id}`}>
                    {payout_id}
                  </a>
                ),
              },
              { label: words.outcome, cell: ({ outcome }) => nameOf('LineOutcome', outcome) },
            ]}
          />
        )}
      </div>
    </>
  );
}

/** Blank lines at the end are no lines; those between are kept for the numbers of the others. */
const linesOf = (text: string): readonly string[] => {
  const lines = text.split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines;
};

function Lines({ id, path, value, onChange, describedBy, invalid }: ControlProps) {
  const lines = (value ?? []) as readonly string[];
  const [text, setText] = useState(lines.join('\n'));
  // The form begins anew once it was sent.
  const shown = lines.length === 0 && text.trim() !== '' ? '' : text;
  const take = (changed: string) => {
    setText(changed);
    onChange(linesOf(changed));
  };
  const read = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) take(await file.text());
  };
  return (
    <>
      <textarea
        id={id}
        data-field={path}
        rows={6}
        spellcheck={false}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required
        value={shown}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <label>
        {say(words.csv)}
        <input
          type="file"
          accept=".csv,text/csv,text/plain"
          data-lines-file
          onChange={(event) => void read(event.currentTarget.files)}
        />
      </label>
    </>
  );
}
