// The statement of some days as a file, to print or for a spreadsheet.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LinkButton } from '../../ui/LinkButton';
import { areDays, type Days, DaysField, thisMonth } from './Days';
import { words } from './statement-words';

const FORMATS = ['pdf', 'csv'] as const;

/** Days and a button for each format; `walletId` for admins alone. */
export function StatementFile({ walletId }: { walletId?: string }): JSX.Element {
  const [days, setDays] = useState<Days>(thisMonth);
  return (
    <>
      <DaysField of="statement" value={days} onChange={setDays} />
      {areDays(days) && (
        <div class="actions">
          {FORMATS.map((format) => (
            <LinkButton
              key={format}
              callable="wallet/get_statement_file"
              request={{
                first_day: days.first,
                last_day: days.last,
                format,
                ...(walletId ? { wallet_id: walletId } : {}),
              }}
              links={(file) => [file]}
              label={words[format]}
              of={format}
            />
          ))}
        </div>
      )}
    </>
  );
}
