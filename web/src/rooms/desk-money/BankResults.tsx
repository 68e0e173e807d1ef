// The results of a bank's file: pasted or read from a file, booked line by line.

import type { CallableResponses } from '@scanner/client';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { nameOf } from '../../core/names';
import { say } from '../../core/words';
import { ActionForm } from '../../ui/form/ActionForm';
import { Table } from '../../ui/List';
import css from '../wallet/wallet.module.css';
import { linesOf } from './lines';
import { words } from './payout-words';

type Booked = CallableResponses['wallet/record_payout_file'];

/** The form, and what became of each line. */
export function BankResults({ onDone }: { onDone: () => void }): JSX.Element {
  const [text, setText] = useState('');
  const [booked, setBooked] = useState<Booked | null>(null);
  const lines = linesOf(text);
  return (
    <>
      <p>{say(words.resultsAbout)}</p>
      <ActionForm
        callable="wallet/record_payout_file"
        given={{ lines }}
        ask={[]}
        filled={text !== ''}
        ready={lines.length > 1 || words.noLines}
        label={words.results}
        onDone={(answer) => {
          setText('');
          setBooked(answer);
          onDone();
        }}
      >
        <Lines text={text} onText={setText} />
      </ActionForm>
      <div role="status">
        {booked && (
          <Table
            caption={words.results}
            rows={booked.lines}
            keyOf={({ line }) => String(line)}
            columns={[
              { label: words.line, cell: ({ line }) => line },
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

function Lines({ text, onText }: { text: string; onText: (text: string) => void }) {
  const id = useId();
  const read = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) onText(await file.text());
  };
  return (
    <>
      <div class="field">
        <label for={id}>{say(words.lines)}</label>
        <textarea
          id={id}
          data-field="lines"
          rows={6}
          spellcheck={false}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-file`}>{say(words.csv)}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,text/csv,text/plain"
          data-lines-file
          onChange={(event) => void read(event.currentTarget.files)}
        />
      </div>
    </>
  );
}
